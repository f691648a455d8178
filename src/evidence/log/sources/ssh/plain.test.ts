import { plain } from "./plain";

const LINE = "1763880000: Received PINGREQ from c1";

describe("a line from a terminal session", () => {
  it.each([
    ["as it is", LINE],
    ["behind a prompt", `mqttlogs@lab:~$ ${LINE}`],
    [
      "behind a prompt in colours",
      `\u001b[?2004h\u001b]0;mqttlogs@lab: ~\u0007\u001b[01;32mmqttlogs@lab\u001b[00m:~$ ${LINE}`,
    ],
    ["behind a short prompt", `# ${LINE}`],
    ["written over something", `loading …\r\u001b[K${LINE}\r\r`],
    ["with a title that ends otherwise", `\u001b]2;title\u001b\\${LINE}\u001b(B\u001b[m`],
  ])("is plain: %s", (_, line) => {
    expect(plain(line)).toBe(LINE);
  });

  it("keeps what is the broker’s own", () => {
    const lines = [
      "1763880000: \ttp/$x/# (QoS 1)",
      "1763880000: c 0 a> b",
      "1763880000: Sending PUBLISH to c (d0, q0, r0, m0, 'a$ b', ... (2 bytes))",
    ];
    expect(lines.map(plain)).toEqual(lines);
  });
});

import { describe as inWords } from "./packet";

test("a packet is described without characters that act on a terminal", () => {
  const packet = {
    type: "PUBLISH",
    flags: 0,
    length: 0,
    dup: false,
    qos: 0,
    retain: false,
    topic: "a\u0000b\u001b[2J é",
    payload: Buffer.alloc(2),
  } as const;
  expect(inWords(packet)).toBe("PUBLISH d0 q0 r0 m0 'a\\u0000b\\u001b[2J é' (2 bytes)");
});

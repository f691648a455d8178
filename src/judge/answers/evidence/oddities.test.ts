import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readExcerpt } from "./excerpt";
import { odditiesOf } from "./oddities";
import { logLines, written } from "./testing/excerpts";

const files = readdirSync(join(__dirname, "../../../../fixtures/logs")).map((name) =>
  name.replace(/\.log$/, ""),
);

/** Clients that these recordings made break the rules on purpose. */
const MISDEEDS: Readonly<Record<string, readonly string[]>> = {
  "07-dup-redelivery.2.0.11": ["packetId"],
  "07-dup-redelivery.2.1.2": ["packetId"],
  "13-protocol-errors.2.0.11": ["direction", "direction"],
};

const rulesOf = (lines: readonly string[]) => odditiesOf(readExcerpt(written(lines))).map(({ rule }) => rule);

describe("oddities", () => {
  it.each(files)("are not found in what a broker wrote: %s", (file) => {
    expect(rulesOf(logLines(file))).toEqual(MISDEEDS[file] ?? []);
  });

  it.each<[string, string]>([
    ["form", "1: Received PUBREC from a (d0, q2, r0, m1)"],
    ["form", "1: Received CONNECT from a"],
    ["form", "1: Sending PUBACK from a (m1, rc0)"],
    ["form", "1: Sending PINGRESP to a (0, 0)"],
    ["direction", "1: Sending PINGREQ to a"],
    ["level", "1: Received PUBLISH from a (d0, q1, r0, m0, 't', ... (1 bytes))"],
    ["level", "1: Received PUBLISH from a (d0, q3, r0, m1, 't', ... (1 bytes))"],
    ["p", "1: New client connected from ::1:5 as a (p0, c1, k60)."],
  ])("of one line: %s in %s", (rule, line) => {
    expect(rulesOf([line])).toEqual([rule]);
  });

  it.each([
    ["a line that ends too early", "1: Sending PUBACK to a (m1, r"],
    ["a packet's name in a sentence", "Sending PUBLISH to the broker"],
    ["a client whose name has brackets", "1: New client connected from ::1:5 as a (1, 2) (p2, c1, k6)."],
  ])("are none: %s", (_name, line) => {
    expect(
      rulesOf([line, "1: Received PINGREQ from a (1, 2)"].slice(0, line.includes("as a (1") ? 2 : 1)),
    ).toEqual([]);
  });

  it("of time are none behind midnight, nor between two excerpts", () => {
    expect(rulesOf(["23:59:59: Received PINGREQ from a", "00:00:01: Sending PINGRESP to a"])).toEqual([]);
    const [early, late] = ["08:00:01: Received PINGREQ from a", "09:00:01: Received PINGREQ from a"];
    expect(rulesOf([late, early])).toEqual(["backwards"]);
    expect(rulesOf([late, "[...]", early])).toEqual([]);
  });

  it("of time are found between paragraphs too", () => {
    const times = ["07", "08", "06", "09"].map((hour) => `${hour}:00:01: Received PINGREQ from a`);
    expect(rulesOf(times.flatMap((line) => [line, ""]))).toEqual(["backwards"]);
  });

  it("are none where a refused PUBLISH calls for nothing more", () => {
    const refused = [
      "1: Denied PUBLISH from a (d0, q2, r0, m1, 't', ... (1 bytes))",
      "1: Sending PUBREC to a (m1, rc135)",
      "1: Received PUBREL from a (Mid: 2)",
    ];
    expect(rulesOf(refused)).toEqual([]);
  });

  it("of packet identifiers are none where it is marked that lines were left out", () => {
    const [publish, puback] = [
      "1: Received PUBLISH from a (d0, q1, r0, m1, 't', ... (1 bytes))",
      "1: Sending PUBACK to a (m2, rc0)",
    ];
    expect(rulesOf([publish, puback])).toEqual(["packetId"]);
    expect(rulesOf([publish, "...", puback])).toEqual([]);
    expect(rulesOf([puback, publish])).toEqual([]);
  });
});

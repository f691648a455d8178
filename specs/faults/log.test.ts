import { once } from "node:events";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import {
  addLines,
  changeBetween,
  changeLines,
  cutLines,
  delayLines,
  dropBetween,
  dropLines,
  inBlocks,
  inTurn,
  repeatLines,
  withPorts,
  type LogMeddler,
} from "./log";

/** The lines that come out when `lines` go in, cut in the middle of lines. */
async function after(meddle: LogMeddler, lines: readonly string[]): Promise<readonly string[]> {
  const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(""));
  const half = Math.floor(bytes.length / 2);
  const out = await text(meddle(Readable.from([bytes.subarray(0, half), bytes.subarray(half)])));
  return out.split("\n").slice(0, -1);
}

const LINES = [
  "1: New connection from 127.0.0.1:40000 on port 1883.",
  "1: Sending CONNACK to a (0, 0)",
  "1: Received PINGREQ from a",
];

test.each<[string, LogMeddler, readonly (number | string)[]]>([
  ["dropped", dropLines(/CONNACK/), [0, 2]],
  ["repeated", repeatLines(/CONNACK/), [0, 1, 1, 2]],
  ["changed", changeLines(/PINGREQ/, "nothing"), [0, 1, "1: Received nothing from a"]],
  ["cut", cutLines(/PING/, 11), [0, 1, "1: Received"]],
  ["added", addLines(/^1: Received (\w+) from (\w)$/, "1: $2 $1"), [0, 1, 2, "1: a PINGREQ"]],
  ["dropped after a line and until another", dropBetween(/New/, /PINGREQ/, /CONN|PING/), [0, 2]],
  ["dropped elsewhere only", dropBetween(/CONNACK/, /PINGREQ/, /CONN|PING/), [0, 1, 2]],
  [
    "changed after a line and until another",
    changeBetween(/New/, /PINGREQ/, /from|to/, "for"),
    [0, "1: Sending CONNACK for a (0, 0)", 2],
  ],
  ["late", delayLines(/CONNACK/, /PINGREQ/), [0, 2, 1]],
  [
    "of other ports",
    withPorts(new Map([[40000, 7]])),
    ["1: New connection from 127.0.0.1:7 on port 1883.", 1, 2],
  ],
  ["spoilt in turn", inTurn(dropLines(/CONNACK/), changeLines(/ from a$/, "")), [0, "1: Received PINGREQ"]],
])("lines are %s", async (_how, meddle, expected) => {
  const lines = expected.map((line) => (typeof line === "number" ? LINES[line] : line));
  expect(await after(meddle, LINES)).toEqual(lines);
});

test("nothing comes before a block is full", async () => {
  const source = new PassThrough();
  const out = inBlocks(4)(source);
  source.write("abc");
  source.write("de");
  await once(out, "readable");
  expect(String(out.read())).toBe("abcd");
});

test("whoever lets the spoilt log go lets the log go", async () => {
  const source = new PassThrough();
  const closed = new Promise((resolve) => source.once("close", resolve));
  dropLines(/x/)(source).destroy();
  await closed;
  expect(source.destroyed).toBe(true);
});

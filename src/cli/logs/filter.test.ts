import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EntryReader } from "../../report/explain/entry";
import { readFlags } from "../flag-table";
import { filterOf } from "./filter";
import { LOGS } from "./flags";

const FIXTURES = join(__dirname, "../../../fixtures/logs");

/** What is left of a log, without timestamps, when these options are given. */
function shown(log: string, ...argv: string[]): string[] {
  const isShown = filterOf(readFlags(LOGS, argv).given);
  const reader = new EntryReader();
  const entries = log.split("\n").map((line) => reader.read(line));
  return entries.filter((entry) => isShown(entry)).map(({ line }) => line.message.replaceAll("\t", "  "));
}

const PAHO = readFileSync(join(FIXTURES, "02-qos012-paho.2.0.11.log"), "utf8");

test("a client by its identifier: with its will and its filters, which do not name it", () => {
  const lines = shown(PAHO, "--client", "p1sub0");
  expect(lines.slice(0, 7)).toEqual([
    expect.stringMatching(/^New client connected from .* as p1sub0 /),
    "No will message specified.",
    "Sending CONNACK to p1sub0 (0, 0)",
    "Received SUBSCRIBE from p1sub0",
    "  p/q0 (QoS 0)",
    "p1sub0 0 p/q0",
    "Sending SUBACK to p1sub0",
  ]);
  expect(lines.join("\n")).not.toContain("p1pub0");
});

test("a client by a pattern; identifiers with signs of patterns are meant as they are too", () => {
  const log = [
    "1: Received PINGREQ from a1",
    "1: Received PINGREQ from b1",
    "1: Received PINGREQ from a*",
  ].join("\n");
  expect(shown(log, "--client", "a?")).toHaveLength(2);
  expect(shown(log, "--client", "*1")).toHaveLength(2);
  expect(shown(log, "--client", "a.")).toEqual([]);
  expect(shown(log, "--client", "a1", "--client", "b1")).toHaveLength(2);
});

test.each([["8"], ["subscribe"], ["SUBSCRIBE"], ["8,14"]])(
  "--type %s shows SUBSCRIBE, with its filters",
  (type) => {
    const lines = shown(PAHO, "--client", "p1sub0", "--type", type);
    expect(lines.slice(0, 3)).toEqual(["Received SUBSCRIBE from p1sub0", "  p/q0 (QoS 0)", "p1sub0 0 p/q0"]);
    expect(lines.length).toBe(type === "8,14" ? 5 : 3);
  },
);

test("a topic: its messages, their acknowledgements, and the subscriptions that reach it", () => {
  const lines = shown(PAHO, "--topic", "p/q2").filter((line) => / p1/.test(line) || /^(p1| )/.test(line));
  expect(lines).toEqual([
    "  p/q2 (QoS 2)",
    "p1sub2 2 p/q2",
    "Received PUBLISH from p1pub2 (d0, q2, r0, m1, 'p/q2', ... (3 bytes))",
    "Sending PUBREC to p1pub2 (m1, rc0)",
    "Received PUBREL from p1pub2 (Mid: 1)",
    "Sending PUBLISH to p1sub2 (d0, q2, r0, m1, 'p/q2', ... (3 bytes))",
    "Sending PUBCOMP to p1pub2 (m1)",
    "Received PUBREC from p1sub2 (Mid: 1)",
    "Sending PUBREL to p1sub2 (m1)",
    "Received PUBCOMP from p1sub2 (Mid: 1, RC:0)",
    "  p/q2",
    "p1sub2 p/q2",
    ...lines.slice(12),
  ]);
  expect(shown(PAHO, "--topic", "nothing/#")).toEqual([]);
});

test("an identifier that another message uses meanwhile is not the first one's any more", () => {
  const publish = (topic: string) => `1: Received PUBLISH from c (d0, q1, r0, m1, '${topic}', ... (1 bytes))`;
  const ack = "1: Sending PUBACK to c (m1, rc0)";
  const log = [publish("mine"), ack, publish("other"), ack, publish("mine"), publish("other"), ack].join(
    "\n",
  );
  expect(shown(log, "--topic", "mine")).toHaveLength(3);
});

test("several kinds of filter narrow each other down", () => {
  const lines = shown(PAHO, "--topic", "p/#", "--type", "3", "--client", "p1pub*");
  expect(lines.map((line) => /from (p1pub\d) \(d0, (q\d)/.exec(line)?.slice(1))).toEqual([
    ["p1pub0", "q0"],
    ["p1pub1", "q1"],
    ["p1pub2", "q2"],
  ]);
});

test("what a wildcard does not reach is not shown: topics that begin with $", () => {
  const log = "1: Sending PUBLISH to c (d0, q0, r1, m0, '$SYS/broker/uptime', ... (9 bytes))";
  expect(shown(log, "--topic", "#")).toEqual([]);
  expect(shown(log, "--topic", "$SYS/#")).toHaveLength(1);
});

test("without a filter everything is shown, of every log that there is", () => {
  for (const name of readdirSync(FIXTURES)) {
    const log = readFileSync(join(FIXTURES, name), "utf8");
    expect(shown(log)).toHaveLength(log.split("\n").length);
  }
});

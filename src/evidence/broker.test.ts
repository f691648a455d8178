import { brokerFacts } from "./broker";
import { Journal } from "./journal/journal";

/** A run on a broker with these capabilities, whose log has a connection on each of these ports. */
function knownOf(capabilities: readonly string[], ...ports: readonly number[]): ReadonlySet<string> {
  const journal = new Journal();
  journal.add({
    source: "run",
    run: journal.run,
    startedAt: new Date(0).toISOString(),
    tool: { name: "test", version: "0" },
    target: { kind: "remote", address: "a:1", logSource: "a file", capabilities, why: { en: "", fr: "" } },
    exercises: [],
    tools: [],
  });
  for (const port of ports)
    journal.add({
      source: "log",
      by: "broker",
      text: `1700000000: New connection from 127.0.0.1:4${port} on port ${port}.`,
    });
  return brokerFacts(journal.entries).capabilities;
}

test.each([
  ["TLS and plain connections came in on two ports", ["tls"], [1883, 8883], true],
  ["all came in on one port: a proxy ends TLS", ["tls"], [1883, 1883], false],
  ["the log has no such lines", ["tls"], [], true],
  ["there is no TLS", [], [1883], false],
])("whether the log tells of TLS: %s", (_, capabilities, ports, told) => {
  expect(knownOf(capabilities, ...ports).has("tls-in-log")).toBe(told);
});

import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { parseLine } from "../../evidence/log/line";
import { CONTEXT, said } from "./kinds/testing/judge";
import { judged, logLines, QOS0, QOS1, QOS2, cutOut } from "./evidence/testing/excerpts";
import { indexLog, openIndex, type LogIndex } from "./log-index";
import { soughtOf } from "./log-index/sought";

const files = readdirSync(join(__dirname, "../../../fixtures/logs")).map((name) =>
  name.replace(/\.log$/, ""),
);
const PAHO = logLines("02-qos012-paho.2.0.11");
const sought = (lines: readonly string[]) => lines.map((line) => soughtOf(parseLine(line)));
const iso = (line: string) =>
  line.replace(/^\d+/, (s) => new Date(Number(s) * 1000).toISOString().slice(0, 19));

describe("an index of a log", () => {
  it.each(files)("has every line of %s, at its second", async (file) => {
    const lines = logLines(file).filter((line) => parseLine(line).message.trim() !== "");
    const index = await indexLog(lines);
    expect(lines.filter((line) => !index.has(line))).toEqual([]);
    expect(sought(lines).filter((line) => !index.hasThen(line))).toEqual([]);
  });

  it("has no other line, and none at another second", async () => {
    const index = await indexLog(PAHO);
    expect(index.has("1795414496: Received PINGREQ from p1sub0")).toBe(false);
    expect(sought(["1795414497: Received SUBSCRIBE from p1sub0"]).some((line) => index.hasThen(line))).toBe(
      false,
    );
    expect(index.has("1795414497: Received SUBSCRIBE from p1sub0")).toBe(true);
    expect([index.knows("p1sub0"), index.knows("p1sub")]).toEqual([true, false]);
  });

  it("has lines whatever decorates them, there and here", async () => {
    const index = await indexLog(PAHO.map((line) => `mosquitto-1  | ${iso(line)}\r`));
    expect(PAHO.filter((line) => !index.has(line))).toEqual([]);
    expect(sought(PAHO).filter((line) => !index.hasThen(line))).toEqual([]);
    const [publish = ""] = PAHO.filter((line) => line.includes("Received PUBLISH"));
    const typeset = publish.replaceAll("'", "’").replace("...", "…").replace("from ", "from\u00a0 ");
    expect(
      index.hasThen({ ...soughtOf(parseLine(publish)), message: typeset.slice("1795414496: ".length) }),
    ).toBe(true);
  });

  it("is the same from batches and from a stream, and when it is opened again", async () => {
    async function* batches() {
      await Promise.resolve();
      yield PAHO.slice(0, 50);
      yield PAHO[50] ?? "";
      yield PAHO.slice(51);
    }
    const [one, other] = [await indexLog(PAHO), await indexLog(batches())];
    expect(other.table).toEqual(one.table);
    const handed = openIndex(structuredClone(one.table));
    expect(PAHO.filter((line) => !handed.has(line))).toEqual([]);
  });

  it("finds lines of one connection in their order, with others between and left out", async () => {
    const index = await indexLog(PAHO);
    const own = sought(QOS2.filter((line) => line.includes("p1pub2")));
    const kept = fc.infiniteStream(fc.boolean());
    fc.assert(
      fc.property(kept, (keep) => index.hasTogether(own.filter(() => keep.next().value))),
      { numRuns: 50 },
    );
    expect(index.hasTogether(own.toReversed())).toBe(false);
    expect(index.hasTogether([...own, ...own])).toBe(false);
  });

  it("tells connections of one client apart", async () => {
    const lines = cutOut(logLines("07-dup-redelivery.2.0.11"), "as d2", "Received PUBCOMP from d2");
    const index = await indexLog(lines.map((line) => line.replace(/^\S+ /, "")));
    const texts = ["Sending PUBREL to d2 (m1)", "Received PUBCOMP from d2 (Mid: 1, RC:0)"];
    expect(index.hasTogether(sought(texts))).toBe(true);
    expect(index.hasTogether(sought(["Received PUBREC from d2 (Mid: 1)", ...texts.slice(1)]))).toBe(false);
  });

  it("tells them apart where the client takes over from itself", async () => {
    const connect = "1: New client connected from ::1:5 as a (p2, c1, k60).";
    const index = await indexLog([
      connect,
      "1: Received SUBSCRIBE from a",
      connect,
      "1: Received PINGREQ from a",
    ]);
    expect(index.hasTogether(sought(["1: Received SUBSCRIBE from a", "1: Received PINGREQ from a"]))).toBe(
      false,
    );
  });

  it("finds seconds of a clock that begins anew each day", async () => {
    const at = (time: string, client: string) => `${time}: Received PINGREQ from ${client}`;
    const lines = [at("23:59:59", "a"), at("00:00:01", "b"), at("12:00:00", "c"), at("00:00:01", "d")];
    const index = await indexLog(lines);
    expect(sought(lines).filter((line) => !index.hasThen(line))).toEqual([]);
    expect(index.hasThen({ message: "Received PINGREQ from b", at: { clock: "day", second: 43_200 } })).toBe(
      false,
    );
  });

  it("knows which time it tells of", async () => {
    const index = await indexLog(PAHO);
    const second = 1795414496;
    const covered = (clock: "epoch" | "local" | "day", at: number) => index.covers({ clock, second: at });
    expect(covered("epoch", second + 3)).toBe(true);
    expect(covered("epoch", second + 600)).toBe(false);
    expect(covered("epoch", second - 1)).toBe(false);
    expect(covered("local", second + 7200)).toBe(true);
    expect(covered("local", second + 10 * 86_400)).toBe(false);
    expect(covered("day", 1)).toBe(true);
  });

  it("knows that a part of it may have been rotated away", async () => {
    const later = PAHO.map((line) => line.replace(/^17954/, "17955"));
    const index = await indexLog([...PAHO, ...later]);
    expect(index.covers({ clock: "epoch", second: 1795414496 + 600 })).toBe(true);
    expect(index.covers({ clock: "epoch", second: 1795414496 + 50_000 })).toBe(false);
  });

  it("keeps to sixteen bytes a line, and a little", async () => {
    function* many() {
      for (let i = 0; i < 100_000; i++)
        yield `${1795000000 + (i >> 2)}: Received PINGREQ from client-${i % 500}`;
    }
    const { table } = await indexLog(many());
    const bytes = [
      table.starts,
      table.places,
      table.marks,
      table.connections,
      table.turns,
      table.seconds,
    ].reduce((sum, { byteLength }) => sum + byteLength, 0);
    expect(bytes / table.lines).toBeLessThan(20);
    expect(table.lines).toBe(100_000);
  });

  it("of nothing has nothing", async () => {
    const index = await indexLog([]);
    expect(index.has("Received PINGREQ from a")).toBe(false);
    expect(index.hasTogether([])).toBe(true);
    expect(index.covers({ clock: "epoch", second: 0 })).toBe(true);
  });
});

describe("an excerpt beside the broker's log", () => {
  let log: LogIndex;
  beforeAll(async () => {
    log = await indexLog(PAHO);
  });
  const context = () => ({ ...CONTEXT, log });
  const rules = (lines: readonly string[]) => judged(lines, ["qos1"], context()).rules;

  it("that is in it earns what it shows, whatever its time stamps look like", () => {
    expect(judged([...QOS0, ...QOS1, ...QOS2], ["qos0", "qos1", "qos2"], context()).share).toBe(1);
    expect(judged(QOS1.map(iso), ["qos1"], context()).share).toBe(1);
    expect(
      judged(
        QOS1.map((line) => line.replace(/^\d+: /, "")),
        ["qos1"],
        context(),
      ).share,
    ).toBe(1);
  });

  it("that is not in it is for the teacher, and the student is told", () => {
    const { share, reasons, tells } = judged(
      QOS1.map((line) => line.replaceAll("p1pub1", "someone")),
      ["qos1"],
      context(),
    );
    expect(share).toBeNull();
    expect(said(reasons)).toContain("no line of the log is about someone");
    expect(tells.map(({ fr }) => fr)).toContain(
      "ces lignes n’ont pas été trouvées dans le journal du broker",
    );
  });

  it.each<[string, string, (lines: readonly string[]) => readonly string[]]>([
    ["altered", "log:absent", (lines) => lines.map((line) => line.replace("(3 bytes)", "(4 bytes)"))],
    ["at another time", "log:other-time", (lines) => lines.map((line) => line.replace(/7(?=: )/, "6"))],
  ])("whose lines are %s is for the teacher", (_name, rule, change) => {
    expect(rules(QOS1)).not.toContain(rule);
    expect(rules(change(QOS1))).toContain(rule);
    expect(judged(change(QOS1), ["qos1"], context()).share).toBeNull();
  });

  it("that was put together of two connections is for the teacher", async () => {
    const lines = cutOut(logLines("07-dup-redelivery.2.0.11"), "as d2", "Received PUBCOMP from d2");
    const subscribing = cutOut(lines, "SUBSCRIBE from d2", "SUBACK to d2");
    const later = lines.slice(-1);
    const beside = { ...CONTEXT, log: await indexLog(lines) };
    expect(judged(subscribing, ["suback"], beside).share).toBe(1);
    const { share, rules: told } = judged([...subscribing, ...later], ["suback"], beside);
    expect(share).toBeNull();
    expect(told).toContain("log:apart");
  });

  it("from a time that it does not tell of is for the teacher, and nobody is accused", () => {
    const earlier = QOS1.map((line) => line.replace(/^17954/, "17944"));
    const { share, rules: told, tells } = judged(earlier, ["qos1"], context());
    expect(share).toBeNull();
    expect(told).toContain("log:outside");
    expect(tells).toEqual([]);
  });

  it("that shows nothing earns nothing all the same", () => {
    expect(
      judged(
        QOS1.map((line) => line.replaceAll("p1pub1", "x")),
        ["ping"],
        context(),
      ).share,
    ).toBe(0);
  });
});

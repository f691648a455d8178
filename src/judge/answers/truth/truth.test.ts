import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Entry, PacketEntry } from "../../../evidence/journal/entry";
import { loadJournal } from "../../../evidence/journal/file";
import { deriveTruth } from "./derive";
import { TruthError } from "./error";
import { factName, type Fact } from "./fact";
import { KEPT_FACTS } from "./kept-facts";
import { keptJournal, keptVersions, truthOf } from "./load";
import { truthFrom } from "./own";

const SHEET = join(__dirname, "../../../../fixtures/sheet");

function sheetFacts(): Fact[] {
  const questions = readdirSync(SHEET)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => JSON.parse(readFileSync(join(SHEET, name), "utf8")) as { truth?: Fact }[]);
  return questions.flatMap(({ truth }) => truth ?? []);
}

const entries = loadJournal(keptJournal("2.0.11"));

describe("the truth that is kept", () => {
  it.each(keptVersions())("is what the journal of %s shows", (version) => {
    expect(deriveTruth(loadJournal(keptJournal(version)), KEPT_FACTS)).toEqual(truthOf(version));
  });

  it.each(keptVersions())("of %s has every fact that a question of the sheet rests on", (version) => {
    const { facts } = truthOf(version);
    const names = sheetFacts().map(factName);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !Object.hasOwn(facts, name))).toEqual([]);
  });

  it("stands for all versions of its family", () => {
    expect([truthOf(), truthOf("2.0.18"), truthOf("2.1")].map(({ broker }) => broker)).toEqual([
      "2.0.11",
      "2.0.11",
      "2.1.2",
    ]);
  });

  it.each(["1.6.9", "2", "20.0.1", "latest", ""])("is not guessed for “%s”", (version) => {
    expect(() => truthOf(version)).toThrow(TruthError);
    expect(() => truthOf(version)).toThrow(/“.*”; choose one of 2\.0\.11, 2\.1\.2/);
  });
});

const packets = (qos: number): Fact => ({
  fact: "packets",
  exercise: `2.4-qos${qos}`,
  role: "publisher",
});
const protocol: Fact = { fact: "version", exercise: "3-connect-parameters", p: 2 };
const temperatures: Fact = { fact: "topics", exercise: "6-house", role: "temperatures" };

const of = (exercise: string, role?: string) => (entry: Entry) =>
  "exercise" in entry &&
  entry.exercise === exercise &&
  (role === undefined || ("role" in entry && entry.role === role));
const isPacket = (entry: Entry, ...types: string[]): entry is PacketEntry =>
  entry.source === "wire" && entry.event === "packet" && types.includes(entry.packet.type);
const without = (drop: (entry: Entry) => boolean) => entries.filter((entry) => !drop(entry));
const changed = (change: (entry: Entry) => Entry) => entries.map(change);

/** The publisher's PUBLISH once more, right behind it. */
const twice = entries.flatMap((entry) =>
  isPacket(entry, "PUBLISH") && of("2.4-qos0", "publisher")(entry) ? [entry, { ...entry }] : [entry],
);

describe("a journal that does not show a fact", () => {
  it.each<[string, Fact, readonly Entry[], RegExp]>([
    ["without the exercise", packets(1), without(of("2.4-qos1")), /2\.4-qos1 was not played\.$/],
    [
      "of an exercise that stopped",
      packets(1),
      without((entry) => of("2.4-qos1")(entry) && entry.source === "play" && entry.event === "ended"),
      /not played to its end/,
    ],
    [
      "without the publication",
      packets(1),
      without((entry) => of("2.4-qos1", "publisher")(entry) && isPacket(entry, "PUBLISH", "PUBACK")),
      /PUBLISH \(publisher\)/,
    ],
    ["with two publications", packets(0), twice, /more than one publication/],
    [
      "with an acknowledgement of something else",
      packets(1),
      changed((entry) =>
        isPacket(entry, "PUBACK") && of("2.4-qos1", "publisher")(entry)
          ? { ...entry, packet: { ...entry.packet, packetId: 999 } as PacketEntry["packet"] }
          : entry,
      ),
      /more than one publication/,
    ],
    [
      "with a packet withheld",
      packets(2),
      changed((entry) => (isPacket(entry, "PUBCOMP") ? { ...entry, withheld: true } : entry)),
      /withheld/,
    ],
    [
      "in which nothing closes the observation",
      packets(0),
      without(
        (entry) =>
          of("2.4-qos0", "publisher")(entry) &&
          (isPacket(entry, "PINGRESP") || (entry.source === "wire" && entry.event === "closed")),
      ),
      /no further packet/,
    ],
    [
      "whose log was narrated",
      protocol,
      changed((entry) => (entry.source === "log" ? { ...entry, by: "narrator" } : entry)),
      /proves nothing/,
    ],
    [
      "whose log lacks a line",
      protocol,
      without((entry) => entry.source === "log" && /New client connected .*v5-c0/.test(entry.text)),
      /New client connected/,
    ],
    [
      "whose log has no p",
      protocol,
      changed((entry) =>
        entry.source === "log" ? { ...entry, text: entry.text.replace(/\(p\d, /, "(") } : entry,
      ),
      /have no p/,
    ],
    ["without a CONNECT", protocol, without((entry) => isPacket(entry, "CONNECT")), /CONNECT/],
    [
      "with a p of others only",
      { ...protocol, p: 7 },
      changed((entry) =>
        entry.source === "log" ? { ...entry, text: entry.text.replace(/(probe \()p2/, "$1p7") } : entry,
      ),
      /only clients whose CONNECT was not seen/,
    ],
    [
      "without the subscriber’s fence",
      temperatures,
      without((entry) => of("6-house", "temperatures")(entry) && isPacket(entry, "PINGRESP")),
      /PINGRESP/,
    ],
    [
      "with a topic that nobody published",
      temperatures,
      without(
        (entry) =>
          of("6-house", "sensors")(entry) &&
          isPacket(entry, "PUBLISH") &&
          "topic" in entry.packet &&
          entry.packet.topic.endsWith("maison/salon/temperature"),
      ),
      /did not publish: maison\/salon\/temperature/,
    ],
  ])("%s is refused", (_, fact, journal, because) => {
    const derive = () => deriveTruth(journal, [fact]);
    expect(derive).toThrow(TruthError);
    expect(derive).toThrow(because);
  });

  it("is refused without the house", () => {
    expect(() => deriveTruth(without(of("6-house")), [])).toThrow(/6-house was not played/);
  });
});

describe("a journal of one’s own", () => {
  const asked = { section: "2.4", points: 1, asks: { en: "?", fr: "?" }, hints: [] };

  it("gives the facts of the questions, and no others", () => {
    const questions = [
      { ...asked, id: "a", kind: "sequence", truth: packets(2) },
      { ...asked, id: "b", kind: "choice", options: {}, right: "x" },
      { ...asked, id: "c", kind: "value", reads: "version", truth: protocol },
    ] as const;
    expect(truthFrom(entries, questions)).toEqual({
      broker: "2.0.11",
      facts: {
        "packets 2.4-qos2 publisher": ["PUBLISH", "PUBREC", "PUBREL", "PUBCOMP"],
        "version 3-connect-parameters p2": ["3.1.1"],
      },
      house: truthOf().house,
    });
  });
});

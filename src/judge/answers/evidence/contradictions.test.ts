import { CONTEXT, COMMON, said } from "../kinds/testing/judge";
import { markSheet } from "../mark-sheet";
import type { Answer, Sheet } from "../answer";
import type { Context } from "../context";
import { proseRubric } from "../prose/rubric";
import type { ProseQuestion, SequenceQuestion, SheetQuestion, ValueQuestion } from "../question";
import { indexLog } from "../log-index";
import { contradictionsOf } from "./contradictions";
import { logLines, QOS0, QOS1, QOS2, withExcerpt } from "./testing/excerpts";

const context: Context = { ...CONTEXT, rubric: proseRubric() };
const places = ["excerpt"] as const;

const prose = (rubric: string): ProseQuestion => ({ ...COMMON, places, id: rubric, kind: "prose", rubric });
const sequence = (exercise: string): SequenceQuestion => ({
  ...COMMON,
  places,
  id: `${exercise}-packets`,
  kind: "sequence",
  truth: { fact: "packets", exercise, role: "publisher" },
});
const value: ValueQuestion = {
  ...COMMON,
  id: "2.5-count",
  kind: "value",
  reads: "numbers",
  truth: { fact: "counts", of: [] },
};

function rules(question: SheetQuestion, answer: string, lines: readonly string[], own?: Context): string[] {
  return contradictionsOf(withExcerpt(lines, answer), question, own ?? context).map(({ rule }) => rule);
}

function markOf(question: SheetQuestion, answer: Answer, own: Context = context) {
  const sheet: Sheet = {
    lang: "fr",
    student: own.student,
    answers: new Map([[question.id, answer]]),
    problems: [],
  };
  const [mark] = markSheet(sheet, [question], own);
  if (mark === undefined) throw new Error("no mark");
  return mark;
}

const RIGHT =
  "Le broker répond au PUBLISH par un PUBACK, et le message est renvoyé tant que le PUBACK n'arrive pas.";

describe("an answer and the excerpt beside it", () => {
  it.each<[string, SheetQuestion, string, readonly string[]]>([
    ["the same level", prose("2.4-qos1"), RIGHT, QOS1],
    ["several levels, one of which fits", prose("2.4-qos1"), RIGHT, [...QOS0, ...QOS2, ...QOS1]],
    [
      "lines without any publication",
      prose("2.4-qos1"),
      RIGHT,
      QOS1.filter((line) => !line.includes(" PUB")),
    ],
    ["what cannot be read", prose("2.4-qos1"), RIGHT, ["voir capture", "PUBLISH -> PUBREC"]],
    ["no level asked", prose("2.5-difference"), "QoS 1 envoie un PUBACK.", QOS2],
    ["the same packets", sequence("2.4-qos2"), "PUBLISH → PUBREC → PUBREL → PUBCOMP", QOS2],
    [
      "more packets than are shown",
      sequence("2.4-qos1"),
      "PUBLISH, PUBACK",
      QOS1.filter((l) => !l.includes("PUBACK")),
    ],
    ["both ways in one answer", sequence("2.4-qos1"), "PUBLISH, PUBLISH, PUBACK, PUBACK", QOS1],
    ["connection and publication", sequence("2.4-qos0"), "CONNECT, CONNACK, PUBLISH", QOS0],
    [
      "the same client",
      prose("2.4-qos1"),
      `"Received PUBLISH from p1pub1 (d0, q1, r0, m1, 'p/q1', ...". ${RIGHT}`,
      QOS1,
    ],
    ["the same identifier", prose("2.4-qos1"), `L'identifiant de paquet est 1 (m1). ${RIGHT}`, QOS1],
    ["identifiers as examples", prose("4-m"), "m5 est l'identifiant de paquet 5.", QOS1],
    ["the same topic", prose("2.4-qos1"), `Sur le topic « p/q1 » : ${RIGHT}`, QOS1],
    [
      "a topic beside lines that name none",
      prose("2.4-qos1"),
      `Sur le topic 'a/b' : ${RIGHT}`,
      QOS1.slice(0, 3),
    ],
    ["a value", value, "1, 2, 4", QOS2],
  ])("agree: %s", (_name, question, answer, lines) => {
    expect(rules(question, answer, lines)).toEqual([]);
  });

  it.each<[string, string, SheetQuestion, string, readonly string[]]>([
    ["another level", "level", prose("2.4-qos1"), RIGHT, QOS2],
    [
      "another level, of which only an answer is shown",
      "level",
      prose("2.4-qos1"),
      RIGHT,
      QOS2.filter((l) => l.includes("PUBREC")),
    ],
    ["another level, asked of nothing", "level", prose("2.4-qos0"), "Aucun acquittement.", QOS1],
    ["other packets", "exchange", sequence("2.4-qos1"), "PUBLISH, PUBACK", QOS2],
    ["fewer packets", "exchange", sequence("2.4-qos2"), "PUBLISH, PUBREC, PUBCOMP", QOS2],
    ["another order", "exchange", sequence("2.4-qos2"), "PUBLISH, PUBREL, PUBREC, PUBCOMP", QOS2],
    ["nothing behind the PUBLISH", "exchange", sequence("2.4-qos0"), "PUBLISH", QOS1],
    [
      "a level that only the PUBLISH shows",
      "exchange",
      sequence("2.4-qos0"),
      "PUBLISH",
      QOS1.filter((line) => !line.includes("PUBACK")),
    ],
    ["another client", "clients", prose("2.4-qos1"), `Received PUBLISH from tp-1 ... ${RIGHT}`, QOS1],
    ["another identifier", "packetIds", prose("2.4-qos1"), `PUBLISH (m7) puis PUBACK (m7). ${RIGHT}`, QOS1],
    ["another topic", "topics", prose("2.4-qos1"), `Sur le topic 'maison/salon' : ${RIGHT}`, QOS1],
    ["another client than a value's", "clients", value, "Sending CONNACK to tp-1: 2", QOS1],
  ])("contradict each other: %s", (_name, rule, question, answer, lines) => {
    expect(rules(question, answer, lines)).toEqual([`contradiction:${rule}`]);
  });

  it("know the clients that the student gives by name", () => {
    const own = (name: string) => ({
      ...context,
      student: { name: "", number: "", clients: [name, "p1pub1"] },
    });
    expect(rules(prose("2.4-qos1"), `mon-client publie. ${RIGHT}`, QOS1, own("mon-client"))).toEqual([
      "contradiction:clients",
    ]);
    expect(rules(prose("2.4-qos1"), `p1pub1 et mon-client. ${RIGHT}`, QOS1, own("mon-client"))).toEqual([]);
  });
});

describe("the mark of an answer", () => {
  it("is what it is worth beside an excerpt that agrees", () => {
    expect(markOf(prose("2.4-qos1"), withExcerpt(QOS1, RIGHT))).toMatchObject({
      outcome: "right",
      tells: [],
    });
  });

  it("is the teacher's beside one that contradicts it, and says so without saying which is right", () => {
    const mark = markOf(prose("2.4-qos1"), withExcerpt(QOS2, RIGHT));
    expect(mark).toMatchObject({ outcome: "teacher", points: null });
    expect(mark.tells[0]?.fr).toBe(
      "votre réponse parle de QoS 1, l’extrait montre un échange d’un autre niveau",
    );
    expect(said(mark.tells)).not.toMatch(/PUB/);
  });

  it("stays nothing where it was nothing", () => {
    const wrong = "Avec QoS 1 il n'y a aucun acquittement, c'est la même chose que QoS 0.";
    expect(markOf(prose("2.4-qos1"), withExcerpt(QOS2, wrong))).toMatchObject({
      outcome: "wrong",
      points: 0,
    });
  });

  it("is the teacher's beside lines that are not in the broker's log, but not where that tells of another time", async () => {
    const log = await indexLog(logLines("02-qos012-paho.2.0.11"));
    const outcome = (lines: readonly string[]) =>
      markOf(prose("2.4-qos1"), withExcerpt(lines, RIGHT), { ...context, log }).outcome;
    expect(outcome(QOS1)).toBe("right");
    expect(outcome(QOS1.map((line) => line.replaceAll("p1pub1", "x")))).toBe("teacher");
    expect(outcome(QOS1.map((line) => line.replace(/^17954/, "17944")))).toBe("right");
  });
});

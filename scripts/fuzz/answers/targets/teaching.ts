/** What teachers write and download: questions, decisions, Moodle's worksheet, grades of an earlier run. */
import fc from "fast-check";
import { readDecisions } from "../../../../src/judge/answers/decisions/file/read";
import { updateDecisions } from "../../../../src/judge/answers/decisions/file/update";
import { keyOf } from "../../../../src/judge/answers/decisions/same";
import type { Waiting } from "../../../../src/judge/answers/decisions/waiting";
import { QuestionsError } from "../../../../src/judge/answers/questions/error";
import { sheetQuestions } from "../../../../src/judge/answers/questions/questions";
import { GradesError } from "../../../../src/report/grades/error";
import { keptGrades, gradesJson } from "../../../../src/report/grades/json/grades-json";
import { readGradesJson } from "../../../../src/report/grades/json/read";
import { filledWorksheet } from "../../../../src/report/grades/moodle/worksheet";
import { compareGrades } from "../../../../src/report/grades/since/compare";
import { sinceCsv } from "../../../../src/report/grades/since/csv";
import { sinceMarkdown, sinceText } from "../../../../src/report/grades/since/text";
import { madeGrades } from "../../../../src/report/grades/testing/class";
import type { Text } from "../../../../src/words/text";
import { mutated } from "../../bytes";
import { must } from "../../checks";
import { target, type Target } from "../../target";
import { mustBeInertTable } from "../oracles/csv";
import { mustBePlain, mustBeSentence } from "../oracles/text";
import { QUESTIONS, TEACHERS } from "../sheets";
import { text } from "../texts";

const BY_ID = new Map(QUESTIONS.map((question) => [question.id, question]));

/** A file with defects, and with other pieces in place of some of its lines. */
function damaged(source: string, pieces: readonly string[]): fc.Arbitrary<string> {
  const lines = source.split("\n");
  const line = fc.tuple(fc.nat(lines.length), fc.oneof(fc.constantFrom(...pieces), text));
  return fc.oneof(
    fc.array(line, { minLength: 1, maxLength: 3 }).map((all) => {
      const changed = all.reduce((now, [at, piece]) => now.toSpliced(at, at % 2, piece), lines);
      return changed.join("\n");
    }),
    mutated(fc.constant(Buffer.from(source))).map((bytes) => bytes.toString()),
  );
}

/** Does it, or complains in a sentence. */
function complaining(
  task: () => void,
  own: new (...given: never[]) => Error & { readonly text: Text },
): void {
  try {
    task();
  } catch (error) {
    if (!(error instanceof own)) throw error;
    mustBeSentence(error.text);
  }
}

const YAML = [
  "drop: &a [*a]",
  "points: { 2.4-qos0: .inf }",
  "add: !!binary x",
  "    points: -1",
  "    asks: { en: x }",
  "    hints: [[[[[[",
  "    rubric: { about: [(((((a|a)*)*)*] }",
  "<<: *a",
  "? [a]: b",
  "---",
  "a: &b [x,x]\nc: &d [*b,*b]\ne: &f [*d,*d]",
  "__proto__: { drop: [] }",
  "[".repeat(2000),
  "\t",
];

const questions = target("questions", 0.1, damaged(TEACHERS, YAML), (source) => {
  complaining(() => {
    must(sheetQuestions({ name: "mine.yaml", source }).length > 0, "no question is left");
  }, QuestionsError);
});

/** Blanks before an answer are its own, and mean something to YAML. */
const answer = fc.tuple(fc.constantFrom("", "", " ", "\n  ", "\t"), text).map((pieces) => pieces.join(""));

/** Answers that wait for the teacher. */
const waiting: fc.Arbitrary<readonly Waiting[]> = fc
  .array(fc.record({ question: fc.constantFrom(...QUESTIONS), answer, reason: text }), { maxLength: 3 })
  .map((all) =>
    all
      .filter(({ answer }) => answer.trim() !== "")
      .map(({ question, answer, reason }) => {
        const written = { answer };
        const reasons = [{ en: reason, fr: reason }];
        return { key: keyOf(question, written), question, written, students: 1, reasons };
      }),
  );

/** What is decided in the file that was written for them is decided on these answers, and writing it again changes nothing. */
const decided = target("decisions", 0.6, waiting, (groups) => {
  const source = updateDecisions("", groups, BY_ID, "en");
  must(updateDecisions(source, groups, BY_ID, "en") === source, "another file when it is written again");
  const { decisions, complaints } = readDecisions(source.replace(/^ {4}points:$/gm, "    points: 0"), BY_ID);
  must(complaints.length === 0, `a complaint: ${JSON.stringify(complaints[0])}`);
  const keys = new Set(groups.map(({ key }) => key));
  must(
    [...keys].every((key) => decisions.has(key)),
    "an answer on which nothing was decided",
  );
  must(decisions.size === keys.size, "more decisions than answers");
});

const DECISIONS = updateDecisions(
  "",
  QUESTIONS.map((question, i) => {
    const written = { answer: `PUBLISH ${i}\n  and more`, excerpt: "1700000000: x" };
    return { key: keyOf(question, written), question, written, students: i, reasons: [] };
  }),
  BY_ID,
  "fr",
).replace("    points:", "    points: 1,5");

const PIECES = [
  "  - question: 9.9-x",
  "    answer: &a [*a]",
  "    points: 9",
  "    points: '1'",
  "  -",
  "decisions: []",
  "- x",
  "    note: |",
];

/** Whatever became of the file: it is read, complaints have their place, and updating it twice is updating it once. */
const damagedDecisions = target("spoilt decisions", 0.1, damaged(DECISIONS, PIECES), (source) => {
  const lines = source.split("\n").length;
  for (const { line, column, what } of readDecisions(source, BY_ID).complaints) {
    must(line >= 1 && line <= lines + 1 && column >= 1, `${line}:${column} of ${lines} lines`);
    mustBeSentence(what);
  }
  const once = updateDecisions(source, [], BY_ID, "fr");
  must(updateDecisions(once, [], BY_ID, "fr") === once, "another file when it is written again");
});

const GRADES = madeGrades("fr");
const WORKSHEET = [
  "Identifiant;Nom complet;Adresse de courriel;Statut;Note;Note maximale;La note peut être modifiée;Feedback par commentaires",
  'Participant900110;"MARTIN; ""Léa""";lea@uni.example;;;20,00;Oui;"<p>a\nb</p>"',
  "Participant900111;DUPONT Jean;jean@uni.example;;;20,00;Oui;",
].join("\r\n");

const worksheet = target(
  "worksheets",
  0.2,
  damaged(WORKSHEET, ["a;b", '"', "Identifier,Grade", ";".repeat(300), "\r"]),
  (source) => {
    complaining(() => {
      const { text: filled, notes } = filledWorksheet(source, GRADES, {
        reveal: "reasons",
        includeWaiting: true,
      });
      const [head = ""] = source.split(/[\r\n]/);
      must(filled.startsWith(head), "another head than the worksheet had");
      notes.forEach(mustBeSentence);
    }, GradesError);
  },
);

/** Among them nothing at all: then the name is left out. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  text,
  fc.constantFrom("__proto__", undefined, undefined, null, 1e308),
);

const GRADES_JSON = [...gradesJson(GRADES)].join("");

/** `grades.json` with a value replaced, deep down or at the top. */
const changedGrades = fc
  .tuple(fc.array(fc.nat(30), { minLength: 1, maxLength: 6 }), odd)
  .map(([way, value]) => {
    const all: unknown = JSON.parse(GRADES_JSON);
    let at: unknown = all;
    for (const [i, step] of way.entries()) {
      const keys: readonly string[] = Object.keys(at as object);
      const key = keys[step % keys.length] ?? "";
      const inner = (at as Record<string, unknown>)[key];
      const isLast =
        i === way.length - 1 ||
        typeof inner !== "object" ||
        inner === null ||
        Object.keys(inner).length === 0;
      if (isLast) (at as Record<string, unknown>)[key] = value;
      if (isLast) break;
      at = inner;
    }
    return JSON.stringify(all);
  });

const KEPT = keptGrades(GRADES);

const since = target(
  "earlier grades",
  0.3,
  fc.oneof(changedGrades, damaged(GRADES_JSON, ["[", "}", "null,"])),
  (source) => {
    complaining(() => {
      const comparison = compareGrades(readGradesJson(source), KEPT);
      mustBePlain(sinceText(comparison, "fr"));
      mustBePlain(sinceMarkdown(comparison, "fr"));
      mustBeInertTable(sinceCsv(comparison, "fr"), ";");
    }, GradesError);
  },
);

export const TEACHING: readonly Target[] = [questions, decided, damagedDecisions, worksheet, since];

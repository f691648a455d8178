/** Nothing that a student receives gives the key away: every output and every file is searched for it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { accessSheet } from "../../lab/handout/sheet";
import type { Mark } from "../../judge/answers/mark";
import { markSheet } from "../../judge/answers/mark-sheet";
import { markedAnswers } from "../../judge/answers/prose/marked";
import { proseRubric } from "../../judge/answers/prose/rubric";
import type { SheetQuestion } from "../../judge/answers/question";
import { sheetQuestions } from "../../judge/answers/questions/questions";
import { readSheet } from "../../judge/answers/sheet/read";
import { emptySheet } from "../../judge/answers/sheet/write";
import { truthOf } from "../../judge/answers/truth/load";
import { checked, seenSheet } from "../../report/check/checked";
import { questionText } from "../../report/check/question-text";
import { githubGrading } from "../../report/grades/github/grading";
import { gradesJunit } from "../../report/grades/junit/junit";
import { studentPage } from "../../report/grades/student/page";
import { LANGS, type Text } from "../../words/text";
import { checking, fileOf, FOLDER, sheetOf, type Answers } from "./testing";
import { leaksIn, secrets, textSecret } from "./testing-secrets";

const QUESTIONS = sheetQuestions();
const KEY = secrets(QUESTIONS);
const FIXTURES = join(__dirname, "../../../fixtures");

/** An answer that is wrong, of every kind; in sentences, one that a teacher marked with 0. */
const WRONG: Answers = Object.fromEntries(QUESTIONS.map((question) => [question.id, wrongAnswer(question)]));

function wrongAnswer(question: SheetQuestion): Answers[string] {
  switch (question.kind) {
    case "sequence":
      return "SUBSCRIBE, SUBACK";
    case "value":
      return question.reads === "version" ? "MQTT 3.0" : "7, 8, 9";
    case "choice":
      return "z";
    case "filter":
      return "jardin/#";
    case "commands":
      return { commands: "mosquitto_pub -t 'jardin/#' -m 1\nmosquitto_sub -t jardin/temperature" };
    case "excerpt":
      return { excerpt: "1700000000: No will message specified." };
    case "prose":
      return markedWrong(question.id);
  }
}

function markedWrong(question: string): string {
  const source = readFileSync(join(FIXTURES, "answers/visible.jsonl"), "utf8");
  const ids = new Set(proseRubric().questions.keys());
  const all = markedAnswers(source, "visible.jsonl", ids);
  return all.find(({ q, points }) => q === question && points === 0)?.text ?? "Rien ne change.";
}

const HOSTILE: Answers = Object.fromEntries(
  QUESTIONS.map(({ id }) => [id, "\u001b[2J<script>${truth}</script> {{key}} %s \u202e PUBLISHH + # 🙂"]),
);
const SHEETS: readonly (readonly [string, Answers])[] = [
  ["blank", { [QUESTIONS[0]?.id ?? ""]: "" }],
  ["wrong", WRONG],
  ["hostile", HOSTILE],
];

function judged(answers: Answers) {
  const sheet = readSheet(sheetOf(answers), "sheet.yaml", QUESTIONS);
  const context = { rubric: proseRubric(), truth: truthOf(), student: sheet.student };
  return { sheet, questions: QUESTIONS, marks: markSheet(sheet, QUESTIONS, context) };
}

/** Why the marks are what they are, but for what is told at once. */
function reasonsIn(marks: readonly Mark[]) {
  const told = new Set(marks.flatMap(({ tells }) => tells.flatMap(both)));
  const reasons = marks.flatMap((mark) => mark.reasons.flatMap(both));
  return reasons.filter((reason) => !told.has(reason)).flatMap(textSecret);
}

function both({ en, fr }: Text): string[] {
  return [en, fr];
}

describe("the search itself", () => {
  test.each([
    "PUBLISH, PUBREC, PUBREL, PUBCOMP",
    "<b>PUBLISH</b> → puis PUBACK",
    "PUBLISH puis PUBACK",
    "1, 2 et 4",
    "p1 : MQTT 3.1",
    "p2 stands for MQTT 3.1.1",
    "mosquitto_sub -t 'maison/+/temperature'",
    "a PUBACK\n    answers the PUBLISH",
    "au moins une fois : renvoyé jusqu'à l'acquittement",
    "au moins une fois\u00a0: renvoyé jusqu&#39;à l&#39;acquittement",
  ])("finds %j", (leak) => {
    expect(leaksIn(`x ${leak}.`, KEY)).not.toEqual([]);
  });

  test.each(["PUBLISH, PUBREC", "11, 2, 4", "p2: MQTT 3.1", "la maison/salon/+"])(
    "finds nothing in %j",
    (text) => {
      expect(leaksIn(text, KEY)).toEqual([]);
    },
  );

  test("knows why a wrong sheet is wrong", () => {
    expect(reasonsIn(judged(WRONG).marks).length).toBeGreaterThan(20);
    expect(judged(WRONG).marks.filter(({ outcome }) => outcome === "wrong").length).toBeGreaterThan(20);
  });
});

test.each(LANGS.flatMap((lang) => (["yaml", "markdown"] as const).map((form) => [lang, form] as const)))(
  "the empty sheet (%s, %s)",
  (lang, form) => {
    expect(leaksIn(emptySheet(QUESTIONS, lang, form), KEY)).toEqual([]);
  },
);

describe.each(LANGS)("in %s", (lang) => {
  test.each(SHEETS)("check of a %s sheet, with every hint, and its files", async (_, answers) => {
    const file = fileOf(answers);
    const flags = [[], ...Array.from({ length: 5 }, () => ["--hint"]), ["--json"], ["--reports", FOLDER]];
    const outs: string[] = [];
    for (const given of flags) outs.push((await checking([file, ...given], { lang })).out);
    const files = readdirSync(FOLDER).filter((name) => /\.hints\.json$|junit/.test(name));
    expect(files.length).toBeGreaterThan(0);
    const written = files.map((name) => readFileSync(join(FOLDER, name), "utf8"));
    const all = [...outs, ...written].join("\n");
    expect(leaksIn(all, [...KEY, ...reasonsIn(judged(answers).marks)])).toEqual([]);
  });

  test.each(SHEETS)("pages, JUnit and failing tests of a %s sheet, before publication", (_, answers) => {
    const sheet = judged(answers);
    const shown = seenSheet("sheet.yaml", sheet);
    const { questions } = checked("sheet.yaml", sheet, { before: new Map(), asked: new Set(), each: false });
    const all = [
      studentPage(shown, lang),
      githubGrading(shown, lang),
      ...gradesJunit("tp-mqtt", [shown], lang),
      ...questions.flatMap((question) => questionText(question, "sheet.yaml", lang)),
    ].join("\n");
    expect(leaksIn(all, [...KEY, ...reasonsIn(sheet.marks)])).toEqual([]);
  });

  test("--live on a wrong sheet", async () => {
    const { out, status } = await checking(
      [fileOf(WRONG), "--live", "--target", "embedded", "--only", "2.4,2.5-count,6.1", "--hint"],
      { lang },
    );
    expect(status).toBe(1);
    expect(out).toContain("aedes");
    expect(out).toContain("jardin/#");
    expect(leaksIn(out, [...KEY, ...reasonsIn(judged(WRONG).marks)])).toEqual([]);
  });

  test("what the teacher hands out", () => {
    const settings = { name: "lab", bind: "0.0.0.0", address: "lab.example", mqttPort: 1883, tlsPort: 8883 };
    const sheet = accessSheet({
      settings: { ...settings, sshPort: 2222, hostnames: [] },
      password: "x",
      hostKey: { line: "k", fingerprint: "f" },
      clients: true,
    });
    const folder = join(FIXTURES, "handout");
    const clients = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
    expect(leaksIn([sheet[lang], ...clients].join("\n"), KEY)).toEqual([]);
  });
});

describe("no hint is an answer to its own question", () => {
  test.each(QUESTIONS.map((question) => [question.id, question] as const))("%s", (_, question) => {
    for (const hint of question.hints) {
      for (const text of both(hint)) {
        expect(leaksIn(text, KEY)).toEqual([]);
        const [mark] = judged({ [question.id]: text }).marks.filter(({ question: id }) => id === question.id);
        // The teacher would see that it is the hint.
        expect({ hint: text, earns: mark?.points ?? 0 }).toEqual({ hint: text, earns: 0 });
      }
    }
    expect(question.hints.length).toBeGreaterThan(0);
  });
});

/** A small class made by hand, with every outcome, with names and answers that mean mischief, and KEY where nobody but the teacher may look. */
import type { Outcome } from "../../../judge/answers/mark";
import { same, type Lang } from "../../../words/text";
import type { ClassGrades, FinalMark, GradedSubmission } from "../grades";
import { QUESTIONS } from "./questions";

/** What a browser or a spreadsheet might act upon. */
export const MISCHIEF =
  "<script>alert(1)</script></pre></style><img src=x onerror=alert(1)> \"' ]]> javascript:alert(1) \u202eevil\u202c \u0000 \u001b[31mred\u001b[0m &lt;b&gt;";
export const FORMULA = '=HYPERLINK("http://evil.example/";"Jean")';

type Made = Partial<Omit<FinalMark, "question">> & { readonly says?: string };

/** What became of an answer, and what else there is to say of it. */
export type MadeMark = readonly [Outcome, Made?];

/** A mark a question, in their order; what is not given is blank. */
export function marks(...made: readonly MadeMark[]): FinalMark[] {
  return QUESTIONS.map(({ id, points: max }, i) => {
    const [outcome, { says, ...more } = {}] = made[i] ?? (["blank"] as const);
    return {
      question: id,
      outcome,
      points: pointsOf(outcome, max),
      max,
      reasons: outcome === "blank" ? [] : [{ en: `KEY-${id}: because`, fr: `KEY-${id} : parce que` }],
      tells: [],
      rules: outcome === "blank" ? [] : [`KEY-${id}-rule`],
      written: says === undefined ? [] : [{ place: "answer", text: says, line: 10 + i }],
      ...more,
    };
  });
}

function pointsOf(outcome: Outcome, max: number): number | null {
  if (outcome === "teacher" || outcome === "ungradable") return null;
  return { right: max, partly: max / 2, wrong: 0, blank: 0, noted: max }[outcome];
}

export function submission(id: string, name: string, made: Partial<GradedSubmission>): GradedSubmission {
  const { marks = [] } = made;
  const sum = (values: readonly number[]) =>
    Math.round(values.reduce((all, one) => all + one, 0) * 100) / 100;
  return {
    id,
    student: { name, number: "", clients: [] },
    problems: [],
    marks,
    points: sum(marks.map(({ points }) => points ?? 0)),
    max: sum(QUESTIONS.map(({ points }) => points)),
    waiting: marks.filter(({ outcome }) => outcome === "teacher").length,
    file: "reponses.yaml",
    ...made,
  };
}

const LOG = [
  "1700000000: New client connected from 127.0.0.1:40001 as lea-1 (p2, c1, k60).",
  "1700000000: Sending CONNACK to lea-1 (0, 0)",
].join("\n");

const LEA = submission("Lea Martin_900110_assignsubmission_file", "Léa Martin", {
  student: { name: "Léa Martin", number: "22104567", clients: ["lea-1"] },
  record: "900110",
  marks: marks(
    ["right", { written: [{ place: "excerpt", text: LOG, line: 4 }] }],
    [
      "teacher",
      { says: "Le PUBLISH part et voilà, c'est comme une carte postale.", reasons: [same("KEY-unknown")] },
    ],
    ["right", { says: "PUBLISH, PUBREC, PUBREL, PUBCOMP" }],
    ["right", { says: "b" }],
    [
      "partly",
      {
        says: "mosquitto_sub -t 'maison/salon/temperature'",
        points: 0.38,
        tells: [
          {
            en: "This receives 1 temperature, and nothing besides.",
            fr: "Cette commande reçoit 1 température, et rien d'autre.",
          },
        ],
      },
    ],
    [
      "right",
      {
        written: [
          { place: "answer", text: "+ remplace un niveau,\n# tous ceux qui suivent.", line: 30 },
          {
            place: "commands",
            text: "mosquitto_sub -t 'maison/+/temperature'\nmosquitto_sub -t 'maison/#'",
            line: 33,
          },
        ],
      },
    ],
  ),
});

const HASSAN = submission("حسن بن علي", "حسن بن علي", {
  student: { name: "حسن بن علي", number: "22107771", clients: [] },
  marks: marks(
    [
      "wrong",
      { written: [{ place: "excerpt", text: "1700000000: mosquitto version 2.0.11 running", line: 4 }] },
    ],
    ["right", { says: "PUBLISH seul, sans PUBACK.", decided: { note: "KEY-note: well put" } }],
    ["partly", { says: "PUBLISH PUBREC PUBCOMP" }],
    ["wrong", { says: "a" }],
    ["teacher", { says: "שלום maison/+/temperature", reasons: [same("KEY-two-answers")] }],
    ["blank"],
  ),
});

const JEAN = submission("formula", FORMULA, {
  student: { name: FORMULA, number: "+22<1>", clients: [] },
  marks: marks(
    [
      "ungradable",
      {
        reasons: [],
        tells: [
          {
            en: "4:3: this is a list, and text was expected",
            fr: "4:3: ceci est une liste, un texte était attendu",
          },
        ],
        written: [{ place: "excerpt", text: MISCHIEF, line: 4 }],
      },
    ],
    [
      "teacher",
      {
        says: "Le PUBLISH part et voilà,  c'est comme une carte postale. ",
        reasons: [same("KEY-unknown")],
        tells: [{ en: `It says ${MISCHIEF}`, fr: `Elle dit ${MISCHIEF}` }],
      },
    ],
    ["wrong", { says: "PUBACK ".repeat(900) }],
    ["noted", { says: "b", points: 0.5 }],
    ["wrong", { says: `javascript:alert(1)\t${"x".repeat(300)}` }],
    ["right", { written: [{ place: "commands", text: MISCHIEF, line: 33 }] }],
  ),
  problems: [
    { line: 4, column: 3, what: same("this is a list, and text was expected"), question: "2.3-connack" },
  ],
});

const BROKEN = submission("broken.zip", "", {
  refused: {
    en: "The archive holds no answer sheet (reponses.yaml, answers.yaml, or .md).",
    fr: "L'archive ne contient pas de feuille de réponses (reponses.yaml, answers.yaml ou .md).",
  },
});

const ALEXANDRA = submission(
  "alexandra",
  "Alexandra-Wilhelmina Montgomery-Vanderbilt de la Rochefoucauld-Liancourt",
  {
    marks: marks(["right"], ["right", { says: "PUBLISH, no ack." }], ["right", { says: "1 2 3 4" }]),
  },
);

export function madeGrades(lang: Lang): ClassGrades {
  return {
    tool: { name: "tp-mqtt", version: "0.1.0" },
    lang,
    questions: QUESTIONS,
    submissions: [LEA, ALEXANDRA, BROKEN, JEAN, HASSAN].sort((a, b) => (a.id < b.id ? -1 : 1)),
    likenesses: [
      { kind: "sheets", between: [LEA.id, JEAN.id], share: 0.94 },
      { kind: "excerpt", between: [LEA.id, HASSAN.id], question: "2.3-connack", text: LOG },
    ],
    broker: "2.0.11",
  };
}

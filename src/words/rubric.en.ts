/** The words of `tp-mqtt rubric`. */
export const rubricEn = {
  operands: "test [FILE.jsonl]",
  flags: {
    json: "one JSON object, for programs",
    lang: "fr or en (default: as the system’s)",
    help: "this help",
  },
  notes: [
    "FILE holds one marked answer a line: { q, lang, text, points }. Without FILE, the project’s own are graded, fixtures/answers/.",
    "Exit status: 0 the answers were graded, 2 they could not be read.",
  ],
  unknownAction: (action: string) => `There is no “rubric ${action}”; did you mean “rubric test”?`,
  stray: (argument: string) => `“${argument}” is one argument too many: rubric test takes one file.`,
  unreadable: (file: string, why: string) => `The answers ${file} cannot be read: ${why}.`,
  nothing: (file: string) => `${file} holds no answers.`,
  total: "all",
  columns: {
    question: "question",
    n: "n",
    decided: "decided",
    exact: "exact",
    offByTwo: "off by 2",
    over: "too much",
    under: "too little",
    teacher: "teacher",
    kappa: "kappa",
  },
  rule: "rule",
  rules: "What each rule does",
  wrong: (n: number) => (n === 1 ? "1 answer went wrong" : `${n} answers went wrong`),
  waiting: (n: number) =>
    n === 1 ? "1 answer is left to the teacher" : `${n} answers are left to the teacher`,
  outOfSight: "answers of files that are to stay out of sight are only counted",
  marks: (points: number, marked: number) => `${points} instead of ${marked}`,
};

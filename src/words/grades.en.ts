/** The words of the reports on written answers: outcomes, pages of students and of the class. */
const s = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

export const gradesEn = {
  /** As long as the marks are not published. */
  outcomes: {
    right: "right",
    partly: "partly right",
    wrong: "not yet",
    teacher: "your teacher will read this",
    ungradable: "not gradable",
    blank: "nothing written",
    noted: "noted",
  },
  /** Once they are, and for the teacher. */
  settled: {
    right: "right",
    partly: "partly right",
    wrong: "not right",
    teacher: "still to be read",
    ungradable: "not gradable",
    blank: "nothing written",
    noted: "noted",
  },
  page: {
    kind: "MQTT lab · written answers",
    title: (name: string) => `${name}: answers on the MQTT lab`,
    nameless: (id: string) => `No name on the sheet (${id})`,
    number: (number: string) => `No. ${number}`,
    outOf: (max: string) => `of ${max} points`,
    points: (points: string, max: string) => `${points} of ${max}`,
    of: (points: string, max: string) => `${points} / ${max}`,
    waiting: (n: number) =>
      `${s(n, "answer")} ${n === 1 ? "is" : "are"} still to be read by the teacher, so the points can still rise.`,
    before:
      "The marks are not published yet. This page shows what was handed in and what can already be said about it.",
    refused: "This submission could not be graded.",
    problems: "About the sheet",
    at: (line: number, column: number) => `line ${line}, column ${column}:`,
    overview: "Section by section",
    sectionColumn: "Section",
    answersColumn: "Answers",
    pointsColumn: "Points",
    section: (section: string) => `Section ${section}`,
    places: { answer: "Answer", excerpt: "Excerpt of the log", commands: "Commands" },
    reasons: "Why",
    note: "From the teacher:",
    hint: "Where to look:",
  },
  classPage: {
    title: "The class: written answers on the MQTT lab",
    forYou: "For the teacher: this page holds the reasons, and with them the key.",
    shown: {
      before: "The students’ pages show no points yet.",
      points: "The students’ pages show points, without reasons.",
      reasons: "The students’ pages show points and reasons.",
    },
    numbers: {
      graded: "Submissions graded",
      of: (n: number, all: number) => `${n} of ${all}`,
      mean: "Mean",
      median: "Median",
      max: "Points in all",
      waiting: "Answers to read",
      broker: "Key recorded on",
    },
    distribution: {
      title: "Submissions by points.",
      range: (from: string, to: string, n: number) => `${from} to ${to} points: ${n}`,
      waiting: "Answers that are still to be read count nothing yet.",
    },
    waiting: (n: number) => `${s(n, "answer")} to read`,
    waitingHow:
      "Answers that are the same are shown once. Each name leads to the answer on the student’s page.",
    toRead: (answers: number, students: number) =>
      answers === students ? s(answers, "answer") : `${s(answers, "answer")}, from ${s(students, "student")}`,
    andMore: (n: number) => `and ${n} more`,
    refused: "Not graded",
    questions: "Which questions go wrong",
    worstFirst: "Those on which the fewest points were earned come first.",
    parts: {
      right: "right",
      partly: "partly right",
      wrong: "not right",
      blank: "nothing written",
      open: "still open",
    },
    times: (n: number) => `${n} ×`,
    alike: "Alike",
    alikeHow:
      "What is the same is shown, not why: students may have worked together, or seen the same client’s lines.",
    sheetsAlike: (share: string | undefined) =>
      share === undefined
        ? "their sheets are nearly the same"
        : `${share} of the words of their sheets are the same`,
    excerptAlike: (question: string) => `the same lines of the log in ${question}`,
    colon: ": ",
    students: "Submissions",
    studentsHow: "Each name leads to the page that the student may have.",
    studentColumns: { name: "Name", number: "Number", points: "Points", waiting: "To read" },
    notGraded: "not graded",
  },
  table: {
    id: "id",
    name: "name",
    number: "number",
    points: "points",
    max: "maximum",
    waiting: "to read",
    maxima: "maximum",
  },
};

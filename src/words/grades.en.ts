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
  /** Of an answer that nobody has decided on yet. */
  worth: (max: string) => `It is worth up to ${max} points.`,
  sheet: "answer sheet",
  worksheet: {
    foreign:
      "This is not the grading worksheet of a Moodle assignment: it has no column “Identifier” and “Grade” (or “Identifiant” and “Note”).",
    unreadable: (line: number) => `The grading worksheet cannot be read as a table: see line ${line}.`,
    filled: (n: number, all: number) => `Moodle's worksheet: ${n} of ${s(all, "grade")} filled in.`,
    waiting: (names: string, n: number) =>
      `No grade was filled in for ${s(n, "student")} with answers that are still to be read, or that could not be: ${names}.`,
    refused: (names: string, n: number) =>
      `No grade was filled in for ${s(n, "submission")} that could not be graded: ${names}.`,
    missing: (names: string, n: number) => `${s(n, "submission")} not found on the worksheet: ${names}.`,
    ambiguous: (names: string, n: number) =>
      `${s(n, "submission")} that could be more than one row of the worksheet, or share one, and ${n === 1 ? "was" : "were"} left out: ${names}.`,
    locked: (names: string, n: number) =>
      `${s(n, "grade")} that Moodle does not let you change ${n === 1 ? "was" : "were"} left as ${n === 1 ? "it is" : "they are"}: ${names}.`,
    unscaled: (names: string, n: number) =>
      `No grade was filled in for ${s(n, "row")} whose maximum grade is not a number: ${names}.`,
    absent: (names: string, n: number) =>
      `${s(n, "row")} of the worksheet without a submission here: ${names}.`,
    replaced: (names: string, n: number) =>
      `${s(n, "feedback comment")} that Moodle already had ${n === 1 ? "was" : "were"} replaced: ${names}.`,
    nought: (names: string, n: number) =>
      `${s(n, "grade")} of 0: some versions of Moodle pass over them when the worksheet is uploaded, so check: ${names}.`,
    more: (n: number) => `and ${n} more`,
  },
  since: {
    title: "What has changed since the last grading",
    unread: (where: string) =>
      `This grades.json was not written by tp-mqtt grade, or has been damaged: ${where} is not as expected.`,
    notJson: "This grades.json was not written by tp-mqtt grade, or has been damaged: it is not JSON.",
    newer: (version: string) =>
      `This grades.json has version ${version}, which this version of tp-mqtt does not know.`,
    nothing: "Nothing has changed: same answers, same points, same reasons.",
    summary: (gain: number, lose: number, same: number) =>
      `${s(gain, "student")} with more points, ${lose} with fewer, ${same} with the same.`,
    waiting: (newly: number, decided: number) =>
      `${s(newly, "answer")} ${newly === 1 ? "is" : "are"} newly to be read by the teacher, ${decided} ${decided === 1 ? "is" : "are"} now decided.`,
    reasons: (n: number) => `${s(n, "answer")} with other reasons, but the same points.`,
    broker: (before: string, after: string) =>
      `The key was recorded on Mosquitto ${before}, and is now on ${after}.`,
    otherReasons: "other reasons, same points",
    gains: "More points",
    loses: "Fewer points",
    others: "Same points",
    fresh: "New submissions",
    gone: "No longer there",
    questions: "Question by question",
    onQuestion: (up: number, down: number) => `${up} up, ${down} down`,
    colon: ": ",
    unknown: "–",
    absent: "not there",
    causes: {
      submission: "another answer was handed in",
      decision: "the teacher decided",
      rubric: "the same answer, marked differently",
    },
    columns: {
      id: "id",
      name: "name",
      question: "question",
      cause: "why",
      outcomeBefore: "outcome before",
      outcomeAfter: "outcome now",
      before: "points before",
      after: "points now",
      difference: "difference",
    },
  },
};

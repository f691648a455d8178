/** The words of `tp-mqtt check`. */
const s = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

export const checkEn = {
  operands: "SHEET",
  flags: {
    hint: "a hint for each answer that is not right yet; --hint ID for one question, also repeated",
    only: "only the questions whose identifiers begin so; several with commas, or repeated",
    questions: "the teacher’s own file of questions, if the class has one",
    json: "for programs: one JSON document on standard output",
    lang: "fr or en (default: as the system’s)",
    help: "this help",
  },
  notes: [
    "Hints go one step up each time: where to look, which notion, a similar example. How far you got is kept in a file beside the sheet (.SHEET.hints.json); deleting it only starts the hints again.",
    "Exit status: 0 what could be judged is right, or your teacher reads it; 1 something is not right yet, or not gradable; 2 nothing could be judged.",
  ],
  noSheet:
    "Which sheet is to be checked? Write tp-mqtt check SHEET; tp-mqtt sheet > SHEET writes an empty one.",
  twoSheets: (first: string, second: string) =>
    `One sheet is checked at a time, and there are “${first}” and “${second}”.`,
  unreadable: (file: string, why: string) => `The sheet ${file} cannot be read: ${why}.`,
  nothingSelected: (prefixes: string, near: string) =>
    `No question begins with ${prefixes}; the nearest are: ${near}.`,
  unknownQuestion: (id: string, near: string) =>
    `There is no question ${id} to give a hint for; the nearest is ${near}.`,
  screen: {
    about: "About the sheet",
    hint: (n: number, of: number) => `hint ${n} of ${of}`,
    lastHint: "That was the last hint: your teacher helps you on.",
    noHint: {
      right: "This needs no hint.",
      ungradable: "Mend this first, then there are hints.",
    },
    counts: {
      right: (n: number) => `${n} right`,
      partly: (n: number) => `${n} partly right`,
      wrong: (n: number) => `${n} not yet`,
      ungradable: (n: number) => `${n} not gradable`,
      teacher: (n: number) => `${n} for your teacher to read`,
      noted: (n: number) => `${n} noted`,
      blank: (n: number) => `${s(n, "question")} with nothing written`,
    },
    next: {
      mend: "First mend what is not gradable, at the places that are named.",
      hint: "A hint for each answer that is not right yet: add --hint; for one question: --hint ID.",
      noted:
        "Answers with a choice are only noted: whoever could try them all would find the right one that way.",
      blank: "Questions with nothing written earn nothing; --hint ID helps to begin.",
      empty: "Nothing is written on this sheet yet.",
      handIn: (file: string) => `Nothing is left to mend here: hand in ${file}.`,
    },
    notKept: (file: string, why: string) =>
      `How far you got with the hints could not be kept in ${file} (${why}): the next time they begin at the first.`,
  },
};

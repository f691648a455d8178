/** The words of `tp-mqtt check`. */
const s = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

export const checkEn = {
  operands: "SHEET",
  flags: {
    hint: "a hint for each answer that is not right yet; --hint ID for one question, also repeated",
    only: "only the questions whose identifiers begin so; several with commas, or repeated",
    questions: "the teacher’s own file of questions, if the class has one",
    "log-file": "the broker’s own log, in which your excerpts are looked for",
    ssh: "a login that shows the broker’s log, instead: user@host or user@host:port",
    "ssh-key": "private key for that login",
    "ssh-host-key": "fingerprint of that server’s key, as handed out",
    live: "play the exercises that your answers are about, and your own filters, on a broker, and compare",
    reports: "folder for junit.xml, one case a question (default: none is written)",
    json: "for programs: one JSON document on standard output",
    lang: "fr or en (default: as the system’s)",
    help: "this help",
  },
  notes: [
    "Hints go one step up each time: where to look, which notion, a similar example. How far you got is kept in a file beside the sheet (.SHEET.hints.json); deleting it only starts the hints again.",
    "--live plays what is needed on a broker of its own (container, mosquitto on this machine, or the built-in one), or on the one that --host names; there --log-file and --ssh also give the run its log.",
    "Exit status: 0 what could be judged is right, or your teacher reads it; 1 something is not right yet, or not gradable; 2 nothing could be judged.",
  ],
  noAnswers:
    "Name your answer sheet in TP_ANSWERS: TP_ANSWERS=answers.yaml npx jest specs/07-answers; tp-mqtt sheet > answers.yaml writes an empty one.",
  badLog: (file: string, why: string) => `The log ${file} cannot be read: ${why}.`,
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
    playedOn: (broker: string) => `Played on ${broker}: what is compared is what this broker did.`,
    nothingToPlay: "Nothing on this sheet could be played yet: it has no answer that a broker can show.",
    fromRecord: (ids: string, broker: string) =>
      `This broker could not show what ${ids} ask${ids.includes(",") ? "" : "s"} for; compared with what was recorded of Mosquitto ${broker}.`,
    otherwise: (ids: string) =>
      `This broker did something else in ${ids} than was recorded: ask your teacher about it.`,
    delivered: (filter: string, n: number) =>
      `“${filter}”, played: ${s(n, "topic")} of the house arrived, as foreseen`,
    deliveredOtherwise: (filter: string, n: number, foreseen: number) =>
      `“${filter}”, played: ${s(n, "topic")} of the house arrived, and ${foreseen} should; your teacher will look at it`,
    notKept: (file: string, why: string) =>
      `How far you got with the hints could not be kept in ${file} (${why}): the next time they begin at the first.`,
  },
};

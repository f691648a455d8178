/** The words of `tp-mqtt grade`. */
const s = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

export const gradeEn = {
  operands: "FOLDER",
  flags: {
    reports: "folder for the gradebooks and pages (default: reports/grades)",
    questions: "your own questions and points, see “questions” in the README",
    decisions: "your decisions on answers that wait (default: decisions.yaml beside the submissions)",
    truth:
      "where the key comes from: a recorded version of Mosquitto, or the reports of “tp-mqtt verify” (default: 2.0.11)",
    "log-file": "log of the broker that the class used: excerpts are looked for in it",
    ssh: "login that shows that log: user@host or user@host:port; password from TP_SSH_PASSWORD, or asked for",
    "ssh-key": "private key for that login; its passphrase from TP_SSH_PASSPHRASE, or asked for",
    "ssh-host-key": "fingerprint of that server’s key (default: known_hosts, or asked about)",
    worksheet: "Moodle’s grading worksheet (CSV) as downloaded: it is filled in",
    publish: "what the students’ files show: points, or reasons with them (default: neither)",
    since: "reports of an earlier run: show what has changed for each student",
    workers: "threads that grade (default: one a core, less one for the reports)",
    lang: "fr or en (default: as the system’s)",
    help: "this help",
  },
  notes: [
    "FOLDER holds one sheet, folder or archive a student, or it is the archive that Moodle or Gradescope gives.",
    "What was graded is kept: run it again after Ctrl-C, or with new submissions, and only the rest is graded.",
    "Exit status: 0 every submission was graded (some answers may wait for you), 1 some could not be graded at all, 2 none could.",
  ],
  noFolder: "Say which folder of submissions is to be graded: tp-mqtt grade FOLDER.",
  stray: (argument: string) => `“${argument}” is one argument too many: grade takes one folder.`,
  unreadable: (file: string, why: string) => `${file} cannot be read: ${why}.`,
  nobody: (folder: string) =>
    `${folder} holds no submissions; grade takes the folder in which each student has a sheet, a folder or an archive.`,
  badWorkers: (given: string) => `--workers is a number from 1 to 64, not “${given}”.`,
  inTheWay: (folder: string) =>
    `The reports cannot be written into ${folder}, among the submissions; choose another folder with --reports.`,
  progress: {
    graded: (done: number, all: number) => `${done} of ${s(all, "submission")} graded`,
    left: (time: string) => `about ${time} left`,
    seconds: (n: number) => `${n} s`,
    minutes: (n: number) => `${n} min`,
    begin: (n: number, kept: number) =>
      kept === 0 ? `Grading ${s(n, "submission")}.` : `Grading ${s(n, "submission")}; ${kept} graded before.`,
    writing: "writing the reports",
  },
  interrupted: (done: number, all: number) =>
    `Interrupted: ${done} of ${s(all, "submission")} graded and kept; run the same command again to go on.`,
  summary: {
    graded: (n: number, all: number) =>
      n === all ? `${s(n, "submission")} graded` : `${n} of ${s(all, "submission")} graded`,
    kept: (n: number) => `${n} unchanged since an earlier run`,
    mean: (mean: string, median: string, max: string) => `mean ${mean}, median ${median} of ${max} points`,
    waiting: (answers: number, different: number) =>
      answers === different
        ? `${s(answers, "answer")} to read`
        : `${s(answers, "answer")} to read, ${different} of them different`,
    decide: (file: string) => `Decide on them in ${file}, then run the same command again.`,
    decided: (n: number) => `${s(n, "answer")} settled by your decisions`,
    refused: "Not graded",
    more: (n: number) => `and ${n} more, see the class’s page`,
    alike: (n: number) =>
      `${s(n, "group")} of submissions with the same sheets or excerpts, see the class’s page`,
    badDecision: "Decisions that were left out",
    worksheet: "Moodle’s worksheet",
    page: (file: string) => `The class’s page: ${file}`,
  },
  refused: {
    empty: "It is empty.",
    noSheet: (names: readonly string[], all: number) =>
      `None of its files is an answer sheet: ${names.join(", ")}${all > names.length ? `, and ${all - names.length} more` : ""}.`,
    twoSheets: (one: string, other: string) =>
      `It has two answer sheets that are filled in, ${one} and ${other}; leave the one that counts.`,
    largeSheet: (path: string, mb: number) => `${path} is larger than any answer sheet (${mb} MB at most).`,
    largeFile: (path: string, mb: string) => `${path} is too large to be read (${mb} MB at most).`,
    bomb: (path: string) => `${path} would unpack to far more than it is; it was not unpacked.`,
    unknownPacking: (path: string) => `${path} is packed in a way that cannot be unpacked here.`,
    encrypted: (path: string) => `${path} is protected by a password.`,
    climbing: (path: string) => `The path of ${path} leads out of the archive; nothing of it was read.`,
    brokenFile: (path: string) => `${path} is damaged in its archive.`,
    brokenArchive: "Its archive is damaged, or is none.",
    manyFiles: (n: number) => `It has more than ${n} files.`,
    deep: (n: number) => `It has more than ${n} folders within one another.`,
    unreadable: (why: string) => `It cannot be read: ${why}.`,
    tooSlow: (seconds: number) =>
      `Grading it took longer than ${seconds} s and was given up; read it by hand.`,
    crashed: "Grading it failed in a way that was not foreseen; read it by hand.",
  },
};

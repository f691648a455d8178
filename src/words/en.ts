/** The English catalogue. French has the same keys: see `words.ts`. */
import { clientEn } from "./client.en";
import { explainEn } from "./explain.en";
import { labEn } from "./lab.en";
import { logsEn } from "./logs.en";
import { rubricEn } from "./rubric.en";
import { sheetEn } from "./sheet.en";
import { checkEn } from "./check.en";
import { gradeEn } from "./grade.en";
import { gradesEn } from "./grades.en";

const s = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

export const en = {
  client: clientEn,
  explain: explainEn,
  grades: gradesEn,
  report: {
    colon: ": ",
    semicolon: "; ",
    broker: "Broker",
    log: "Log",
    why: "Why",
    reports: "Reports",
    decrypt: "Decrypt",
    time: "Time",
    versionUnknown: "version unknown",
    noLog: "none",
    narratedLog: "written from the packets by tp-mqtt itself",
    run: (startedAt: string) => `run of ${startedAt}`,
    expected: "expected",
    actual: "actual",
    evidence: "evidence",
    clause: "clause",
    hint: "hint",
    reason: "reason",
    more: (n: number) => `… ${n} more in results.json`,
    others: (n: number) => `${s(n, "more finding")} of this kind, in results.json:`,
    headings: {
      fail: "Failed",
      inconclusive: "Inconclusive: the evidence needed was not to be had",
      deviation: "Known departures of this broker from the standard, not counted as failures",
      skipped: "Skipped",
    },
    counts: {
      pass: (n: number) => `${n} passed`,
      fail: (n: number) => `${n} failed`,
      deviation: (n: number) => s(n, "known departure"),
      inconclusive: (n: number) => `${n} inconclusive`,
      skipped: (n: number) => `${n} skipped`,
    },
    columns: {
      pass: "passed",
      fail: "failed",
      deviation: "known departure",
      inconclusive: "inconclusive",
      skipped: "skipped",
    },
    knownDeparture: "Known departure of this broker from the standard, not counted as a failure",
    measured: "Measured, not judged",
    observed: "Seen, not judged",
    measure: { exercise: "exercise", what: "what", value: "value" },
    conclusion: {
      passed: "PASSED: everything that was judged holds.",
      open: (n: number) => `PASSED AS FAR AS JUDGED: ${s(n, "claim")} could not be decided.`,
      failed: (n: number) => `FAILED: ${s(n, "claim does", "claims do")} not hold.`,
      nothing: "NOTHING WAS JUDGED.",
      interrupted: "INTERRUPTED: this is what had been seen until then.",
    },
    phases: {
      start: "start",
      probe: "checks",
      play: "exercises",
      log: "end of log",
      sweep: "clean-up",
      stop: "stop",
      judge: "judgement",
    },
    sources: {
      wire: "wire",
      log: "log",
      message: "message",
      tls: "TLS",
      ssh: "SSH",
      play: "tp-mqtt",
    },
    sectionHeading: "Section",
  },
  progress: {
    starting: "starting the broker",
    target: (what: string) => `Broker: ${what}`,
    playing: (n: number) => `Playing ${s(n, "exercise")} …`,
    played: (done: number, total: number) => `${done}/${total} played`,
    waiting: (names: string) => `waiting: ${names}`,
  },
  cli: {
    usage: "Usage",
    commands: "Commands",
    options: "Options",
    tagline: "plays the exercises of the MQTT lab sheet against a broker and judges what was seen.",
    more: "tp-mqtt verify --help lists the options of verify, and likewise for each command.",
    command: {
      verify: "play the exercises against a broker and judge it",
      lab: "start, ask after or remove the class’s broker with its log over SSH: up, status, down",
      logs: "follow a broker’s log, each line explained",
      client: "the lab sheet’s five clients: ping, qos, tls, pub, sub",
      sheet: "write an empty answer sheet",
      check: "check an answer sheet, and get hints",
      grade: "grade a folder of submissions into gradebooks",
      rubric: "try the rubric for written answers on marked ones: test",
    },
    lab: labEn,
    logs: logsEn,
    sheet: sheetEn,
    check: checkEn,
    grade: gradeEn,
    rubric: rubricEn,
    unknownCommand: (name: string, near: string) => `There is no command “${name}”; did you mean “${near}”?`,
    unknownClient: (name: string, near: string) => `There is no client “${name}”; did you mean “${near}”?`,
    unknownFlag: (flag: string, near: string | undefined, command: string) =>
      near === undefined
        ? `There is no option ${flag}; tp-mqtt ${command} --help lists them.`
        : `There is no option ${flag}; the nearest is ${near}.`,
    flagNeedsValue: (flag: string) => `The option ${flag} needs a value.`,
    flagTakesNone: (flag: string) => `The option ${flag} takes no value.`,
    strayArgument: (argument: string) =>
      `“${argument}” is not an option; to choose exercises write --only ${argument}.`,
    badChoice: (flag: string, value: string, choices: string) =>
      `${flag} is “${value}”; it can be ${choices}.`,
    nothingSelected: (prefixes: string, near: string) =>
      `No exercise begins with ${prefixes}; the nearest are: ${near}; --list names them all.`,
    cannotWrite: (folder: string, why: string) =>
      `The reports cannot be written into “${folder}” (${why}); name another folder with --reports.`,
    cannotRead: (file: string, why: string) =>
      `The journal ${file} cannot be read (${why}); --from wants the reports folder of an earlier run.`,
    badJournal: (place: string, why: string) =>
      `${place}: ${why}; --from wants a journal.jsonl as the run wrote it`,
    otherExercises: "None of the exercises of this journal is known to this version of tp-mqtt.",
    system: {
      ENOENT: "there is no such file or folder",
      EACCES: "permission denied",
      EPERM: "permission denied",
      EROFS: "the file system is read-only",
      ENOTDIR: "it is not a folder, or a part of that path is none",
      EISDIR: "it is a folder",
      ENOSPC: "no space is left",
    } as Readonly<Record<string, string>>,
    interrupted: "Interrupted before anything was played.",
    unexpected: (what: string) => `Something unforeseen went wrong: ${what} (TP_DEBUG=1 shows where).`,
    flags: {
      target: "which broker: auto, container, native, embedded or remote (default: auto)",
      host: "a broker that somebody else runs; implies --target remote",
      port: "its port (default: 1883)",
      "tls-port": "its TLS port (with --ca, default: 8883; without either, TLS is left out)",
      ca: "certificate that its clients were given, PEM (default: the system’s authorities)",
      username: "user name for the broker",
      password: "password; better given as TP_PASSWORD, where nobody else sees it",
      "log-command": "command that prints the remote broker's log as it grows",
      "log-file": "file that the remote broker's log is written to",
      ssh: "login that shows the remote broker's log: user@host or user@host:port; password from TP_SSH_PASSWORD, or asked for",
      "ssh-key": "private key for that login; its passphrase from TP_SSH_PASSPHRASE, or asked for",
      "ssh-host-key":
        "fingerprint of that server’s key, as handed out (default: known_hosts, or asked about)",
      only: "play only the exercises whose ids begin so; several with commas, or repeated",
      list: "list exercises and claims, play nothing",
      strict: "known departures from the standard are failures",
      lang: "fr or en (default: as the system’s)",
      reports: "folder for the reports (default: reports)",
      from: "judge again the journal that an earlier run left in this folder, without a broker",
      help: "this help",
      version: "the version",
    },
    flagNote: "Each option can also be given in the environment: --log-file as TP_LOG_FILE, and so on.",
    exit: "Exit status: 0 everything judged passed, 1 something failed, 2 nothing could be judged.",
  },
};

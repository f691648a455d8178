/** The options of `grade`. */
import type { Words } from "../../words/words";
import { VERIFY } from "../flags";
import type { Given, Syntax } from "../flag-table";

export const GRADE = {
  command: "grade",
  flags: {
    reports: { type: "string", value: "DIR" },
    questions: { type: "string", value: "FILE" },
    decisions: { type: "string", value: "FILE" },
    truth: { type: "string", value: "VERSION|DIR" },
    "log-file": VERIFY.flags["log-file"],
    ssh: VERIFY.flags.ssh,
    "ssh-key": VERIFY.flags["ssh-key"],
    "ssh-host-key": VERIFY.flags["ssh-host-key"],
    worksheet: { type: "string", value: "FILE" },
    publish: { type: "string", value: "WHAT", choices: ["points", "reasons"] },
    since: { type: "string", value: "DIR" },
    workers: { type: "string", value: "N" },
    lang: { type: "string", value: "LANG", choices: ["fr", "en"] },
    help: { type: "boolean" },
  },
} as const satisfies Syntax<keyof Words["cli"]["grade"]["flags"]>;

export type GradeGiven = Given<keyof typeof GRADE.flags>;

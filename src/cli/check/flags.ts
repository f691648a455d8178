/** The options of `check`: its own, and those of `verify` that name a broker or its log. */
import { VERIFY } from "../flags";
import type { Syntax } from "../flag-table";
import { wordsOf, type Words } from "../../words/words";
import type { Lang } from "../../words/text";

/** What names the broker that `--live` plays on. */
type TargetFlag = "target" | "host" | "port" | "tls-port" | "ca" | "username" | "password";

export const CHECK = {
  command: "check",
  flags: {
    hint: { type: "boolean", spoken: true },
    only: { type: "string", value: "ID-PREFIX", multiple: true, spoken: true },
    questions: { type: "string", value: "FILE" },
    "log-file": VERIFY.flags["log-file"],
    ssh: VERIFY.flags.ssh,
    "ssh-key": VERIFY.flags["ssh-key"],
    "ssh-host-key": VERIFY.flags["ssh-host-key"],
    live: { type: "boolean", spoken: true },
    target: VERIFY.flags.target,
    host: VERIFY.flags.host,
    port: VERIFY.flags.port,
    "tls-port": VERIFY.flags["tls-port"],
    ca: VERIFY.flags.ca,
    username: VERIFY.flags.username,
    password: VERIFY.flags.password,
    reports: { type: "string", value: "DIR", spoken: true },
    json: { type: "boolean", spoken: true },
    lang: { type: "string", value: "LANG", choices: ["fr", "en"] },
    help: { type: "boolean", spoken: true },
  },
} as const satisfies Syntax<keyof Words["cli"]["check"]["flags"] | TargetFlag>;

export type CheckFlag = keyof typeof CHECK.flags;

/** What the help says of each. */
export function flagWords(lang: Lang): Readonly<Record<CheckFlag, string>> {
  const { check, flags } = wordsOf(lang).cli;
  const { target, host, port, ca, username, password } = flags;
  return { ...check.flags, target, host, port, "tls-port": flags["tls-port"], ca, username, password };
}

/** The options of `verify`. */
import type { Words } from "../words/words";
import * as table from "./flag-table";
import { userError } from "./user-error";

export const VERIFY = {
  command: "verify",
  flags: {
    target: { type: "string", value: "KIND" },
    host: { type: "string", value: "HOST" },
    port: { type: "string", value: "PORT" },
    "tls-port": { type: "string", value: "PORT" },
    ca: { type: "string", value: "FILE" },
    username: { type: "string", value: "NAME" },
    password: { type: "string", value: "PASSWORD" },
    "log-command": { type: "string", value: "CMD" },
    "log-file": { type: "string", value: "FILE" },
    ssh: { type: "string", value: "USER@HOST" },
    "ssh-key": { type: "string", value: "FILE" },
    "ssh-host-key": { type: "string", value: "SHA256:…" },
    only: { type: "string", value: "ID-PREFIX", multiple: true },
    list: { type: "boolean" },
    strict: { type: "boolean", choices: ["1", "true", "0", "false"] },
    lang: { type: "string", value: "LANG", choices: ["fr", "en"] },
    reports: { type: "string", value: "DIR" },
    from: { type: "string", value: "DIR" },
    help: { type: "boolean" },
    version: { type: "boolean" },
  },
} as const satisfies table.Syntax<keyof Words["cli"]["flags"]>;

type Given = table.Given<keyof typeof VERIFY.flags>;

/** @throws UserError for whatever is no option, lacks its value, or has one that it cannot have */
export function readFlags(argv: readonly string[]): Given {
  const { given, positionals } = table.readFlags(VERIFY, argv);
  const [stray] = positionals;
  if (stray !== undefined) throw userError((words) => words.strayArgument(stray));
  return given;
}

/** The environment as if the flags had been variables. A flag outweighs its variable. */
export function asEnvironment(given: Given, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const merged = table.asEnvironment(VERIFY, given, env);
  // Naming another host on the command line means that host, whatever kind the environment prefers.
  if (given.has("host") && !given.has("target")) merged.TP_TARGET = "remote";
  return merged;
}

/** The options of `verify`: what they are, and reading them from the command line and the environment. */
import { parseArgs } from "node:util";
import type { Words } from "../words/words";
import { byDistance, distance } from "./nearest";
import { userError } from "./user-error";

interface Flag {
  readonly type: "string" | "boolean";
  readonly multiple?: boolean;
  /** How its value is called in the help. */
  readonly value?: string;
  /** The values that there are; of a flag without value, those of its variable. */
  readonly choices?: readonly string[];
}

export const FLAGS = {
  target: { type: "string", value: "KIND" },
  host: { type: "string", value: "HOST" },
  port: { type: "string", value: "PORT" },
  username: { type: "string", value: "NAME" },
  password: { type: "string", value: "PASSWORD" },
  "log-command": { type: "string", value: "CMD" },
  "log-file": { type: "string", value: "FILE" },
  only: { type: "string", value: "ID-PREFIX", multiple: true },
  list: { type: "boolean" },
  strict: { type: "boolean", choices: ["1", "true", "0", "false"] },
  lang: { type: "string", value: "LANG", choices: ["fr", "en"] },
  reports: { type: "string", value: "DIR" },
  from: { type: "string", value: "DIR" },
  help: { type: "boolean" },
  version: { type: "boolean" },
} as const satisfies Record<keyof Words["cli"]["flags"], Flag>;

export type FlagName = keyof typeof FLAGS;
export const FLAG_NAMES = Object.keys(FLAGS) as readonly FlagName[];

/** Flags that were given; booleans are "1". `only` holds one value a use. */
export type Given = ReadonlyMap<FlagName, readonly string[]>;

/** @throws UserError for whatever is no option, lacks its value, or has one that it cannot have */
export function readFlags(argv: readonly string[]): Given {
  const { tokens } = parseArgs({
    args: [...argv],
    options: FLAGS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<FlagName, string[]>();
  for (const token of tokens) {
    if (token.kind === "option-terminator") continue;
    if (token.kind === "positional") throw userError((words) => words.strayArgument(token.value));
    const name = nameOf(token.name, token.rawName);
    const value = valueOf(name, token.value);
    const flag: Flag = FLAGS[name];
    given.set(name, [...(flag.multiple ? (given.get(name) ?? []) : []), value]);
  }
  return given;
}

/** The environment as if the flags had been variables: `--log-file` is TP_LOG_FILE. A flag outweighs its variable. */
export function asEnvironment(given: Given, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const entries = [...given].map(([name, values]) => [variable(name), values.join(",")]);
  const merged = { ...env, ...(Object.fromEntries(entries) as NodeJS.ProcessEnv) };
  // Naming another host on the command line means that host, whatever kind the environment prefers.
  if (given.has("host") && !given.has("target")) merged.TP_TARGET = "remote";
  for (const name of FLAG_NAMES)
    check(name, merged[variable(name)], given.has(name) ? `--${name}` : variable(name));
  return merged;
}

export function variable(name: FlagName): string {
  return `TP_${name.toUpperCase().replaceAll("-", "_")}`;
}

/** Whether such a variable, `TP_STRICT` for instance, is set to be on. */
export function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

function check(name: FlagName, value: string | undefined, called: string): void {
  const flag: Flag = FLAGS[name];
  if (!value) return;
  if (flag.choices && !flag.choices.includes(value)) {
    throw userError((words) => words.badChoice(called, value, flag.choices?.join(", ") ?? ""));
  }
}

function nameOf(name: string, raw: string): FlagName {
  const known = FLAG_NAMES.find((flag) => flag === name || (flag === "help" && raw === "-h"));
  if (known) return known;
  const [near = ""] = byDistance(name, FLAG_NAMES);
  // Half of the letters may differ; beyond that a suggestion would be a guess.
  const close = distance(name, near) <= Math.max(name.length, near.length) / 2;
  throw userError((words) => words.unknownFlag(raw, close ? `--${near}` : undefined));
}

function valueOf(name: FlagName, value: string | undefined): string {
  if (FLAGS[name].type === "boolean") {
    if (value !== undefined) throw userError((words) => words.flagTakesNone(`--${name}`));
    return "1";
  }
  if (!value) throw userError((words) => words.flagNeedsValue(`--${name}`));
  return value;
}

/** Reading a command's options from the command line and the environment: each command brings its own table of them. */
import { parseArgs } from "node:util";
import { meant } from "../words/nearest";
import { userError } from "./user-error";

export interface Flag {
  readonly type: "string" | "boolean";
  readonly multiple?: boolean;
  /** How its value is called in the help. */
  readonly value?: string;
  /** The values that there are; of a flag without value, those of its variable. */
  readonly choices?: readonly string[];
  /** Only on the command line: there is no variable for it. */
  readonly spoken?: true;
}

/** A command's name and its flags. */
export interface Syntax<Name extends string> {
  readonly command: string;
  readonly flags: Readonly<Record<Name, Flag>>;
}

interface OptionToken {
  readonly value: string | undefined;
  /** It stands behind `=`; undefined where there is no value. */
  readonly inlineValue: boolean | undefined;
}

/** Flags that were given; booleans are "1". A flag that is `multiple` holds one value a use. */
export type Given<Name extends string> = ReadonlyMap<Name, readonly string[]>;

export interface CommandLine<Name extends string> {
  readonly given: Given<Name>;
  /** What is no flag and belongs to none. */
  readonly positionals: readonly string[];
}

/** @throws UserError for whatever is no option, lacks its value, or has one that it cannot have */
export function readFlags<Name extends string>(
  syntax: Syntax<Name>,
  argv: readonly string[],
): CommandLine<Name> {
  const { tokens } = parseArgs({
    args: [...argv],
    options: optionsOf(syntax.flags),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<Name, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const name = nameOf(syntax, token.name, token.rawName);
    const flag = syntax.flags[name];
    const value = valueOf(name, flag, isFlag(syntax, token) ? undefined : token.value);
    given.set(name, [...(flag.multiple ? (given.get(name) ?? []) : []), value]);
  }
  return { given, positionals };
}

/** The environment as if the flags had been variables: `--log-file` is TP_LOG_FILE. A flag outweighs its variable. */
export function asEnvironment<Name extends string>(
  { flags }: Syntax<Name>,
  given: Given<Name>,
  env: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const names = (Object.keys(flags) as Name[]).filter((name) => !flags[name].spoken);
  const merged = { ...env };
  for (const name of names) {
    const values = given.get(name);
    if (values !== undefined) merged[variable(name)] = values.join(",");
    check(flags[name], merged[variable(name)], values === undefined ? variable(name) : `--${name}`);
  }
  return merged;
}

/** Whether such a variable, `TP_STRICT` for instance, is set to be on. */
export function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

function variable(name: string): string {
  return `TP_${name.toUpperCase().replaceAll("-", "_")}`;
}

function optionsOf(flags: Readonly<Record<string, Flag>>) {
  return Object.fromEntries(Object.entries(flags).map(([name, { type }]) => [name, { type }]));
}

function check({ choices }: Flag, value: string | undefined, called: string): void {
  if (!value || choices === undefined || choices.includes(value)) return;
  throw userError((words) => words.badChoice(called, value, choices.join(", ")));
}

function nameOf<Name extends string>({ command, flags }: Syntax<Name>, name: string, raw: string): Name {
  const names = Object.keys(flags) as Name[];
  const known = names.find((flag) => flag === name || (flag === "help" && raw === "-h"));
  if (known) return known;
  const near = meant(name, names);
  throw userError((words) => words.unknownFlag(raw, near === undefined ? undefined : `--${near}`, command));
}

/** `--ssh-host-key --lang en`, as a shell leaves it of a variable that is not set: what follows is the next flag, and no value. */
function isFlag({ flags }: Syntax<string>, { value, inlineValue }: OptionToken): boolean {
  return inlineValue === false && value?.startsWith("--") === true && Object.hasOwn(flags, value.slice(2));
}

function valueOf(name: string, { type }: Flag, value: string | undefined): string {
  if (type === "boolean") {
    if (value !== undefined) throw userError((words) => words.flagTakesNone(`--${name}`));
    return "1";
  }
  if (!value) throw userError((words) => words.flagNeedsValue(`--${name}`));
  return value;
}

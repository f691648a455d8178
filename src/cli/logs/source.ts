/** Where the log comes from: what the command line names, else what the environment does, else a redirected input. */
import { commandSource } from "../../evidence/log/sources/command";
import { fileSource } from "../../evidence/log/sources/file";
import type { LogSource } from "../../evidence/log/sources/source";
import { stdinSource } from "../../evidence/log/sources/stdin";
import { containerLog, type Tail } from "../../target/docker/container-log";
import { fromEnvironment as fromVariables } from "../../target/settings";
import { sshAccess } from "../../target/ssh-settings";
import type { CommandLine } from "../flag-table";
import { prepared, sshLog, type Asking } from "../ssh-log";
import { userError } from "../user-error";
import type { LogsFlag, LogsGiven } from "./flags";

type Kind = "container" | "ssh" | "log-command" | "log-file" | "stdin";

interface Named {
  readonly kind: Kind;
  /** The container, the login, the command, the file; `-` for standard input. */
  readonly value: string;
}

interface Setting {
  /** With the flags in it, as if they had been variables. */
  readonly env: NodeJS.ProcessEnv;
  readonly asking: Asking;
}

/** How much of the past is given, where a source has one and nobody says otherwise. */
const TAILS: Readonly<Record<Kind, Tail | undefined>> = {
  container: 10,
  ssh: 0,
  "log-command": undefined,
  "log-file": 10,
  stdin: undefined,
};

/** Opens nothing yet. */
const SOURCES: Readonly<Record<Kind, (value: string, tail: Tail, setting: Setting) => LogSource>> = {
  container: containerLog,
  ssh: overSsh,
  "log-command": commandSource,
  "log-file": fileSource,
  stdin: stdinSource,
};

/**
 * @param given what the command line says
 * @param isTerminal whether somebody types at standard input, which is then no log
 * @throws UserError when nothing names a source, or several things do
 */
export function sourceOf(
  { given, positionals }: CommandLine<LogsFlag>,
  setting: Setting,
  isTerminal: boolean,
): LogSource {
  const named = only(spoken(given, positionals)) ?? only(fromEnvironment(setting.env)) ?? input(isTerminal);
  const { kind, value } = named;
  const [tail] = given.get("tail") ?? [];
  const usual = TAILS[kind];
  if (tail !== undefined && usual === undefined) throw userError(({ logs }) => logs.tailOfWhat);
  return SOURCES[kind](value, tail === undefined ? (usual ?? "all") : tailOf(tail), setting);
}

/** Asks for what is missing when it is opened. */
function overSsh(value: string, tail: Tail, { env, asking }: Setting): LogSource {
  if (tail !== 0 && tail !== "all") throw userError(({ logs }) => logs.tailOverSsh);
  const access = sshAccess({ ...fromVariables(env), ssh: value });
  const open = async () => {
    if (access === undefined) throw new Error("there is no login without an access");
    return sshLog(await prepared(access, asking), asking, tail === "all").open();
  };
  return { text: `ssh ${value}`, open };
}

const NAMED_BY_FLAGS = ["container", "ssh", "log-command", "log-file"] as const;

function spoken(given: LogsGiven, positionals: readonly string[]): readonly Named[] {
  const flags = NAMED_BY_FLAGS.flatMap((kind) =>
    (given.get(kind) ?? []).map((value): Named => ({ kind, value })),
  );
  const rest = positionals.map((value): Named => ({ kind: value === "-" ? "stdin" : "container", value }));
  return [...flags, ...rest];
}

function fromEnvironment(env: NodeJS.ProcessEnv): readonly Named[] {
  const { ssh, logCommand, logFile } = fromVariables(env);
  const values = { ssh, "log-command": logCommand, "log-file": logFile };
  return (["ssh", "log-command", "log-file"] as const).flatMap((kind) => {
    const value = values[kind];
    return value === undefined ? [] : [{ kind, value }];
  });
}

function only(named: readonly Named[]): Named | undefined {
  if (named.length < 2) return named[0];
  throw userError(({ logs }) => logs.twoSources(named.map(({ value }) => value).join(", ")));
}

function input(isTerminal: boolean): Named {
  if (isTerminal) throw userError(({ logs }) => logs.noSource);
  return { kind: "stdin", value: "-" };
}

function tailOf(value: string): Tail {
  if (value === "all") return value;
  if (!/^\d{1,9}$/.test(value)) throw userError(({ logs }) => logs.badTail(value));
  return Number(value);
}

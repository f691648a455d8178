/** Where the log comes from: what the command line names, else what the environment does, else a redirected input. */
import { commandSource } from "../../evidence/log/sources/command";
import { fileSource } from "../../evidence/log/sources/file";
import type { LogSource } from "../../evidence/log/sources/source";
import { stdinSource } from "../../evidence/log/sources/stdin";
import { containerLog, type Tail } from "../../target/docker/container-log";
import { userError } from "../user-error";
import type { LogsGiven } from "./flags";

type Kind = "container" | "log-command" | "log-file" | "stdin";

interface Named {
  readonly kind: Kind;
  /** The container, the command, the file; `-` for standard input. */
  readonly value: string;
}

/** Opens nothing yet. */
const SOURCES: Readonly<Record<Kind, (value: string, tail: Tail) => LogSource>> = {
  container: containerLog,
  "log-command": commandSource,
  "log-file": fileSource,
  stdin: stdinSource,
};

/** Those whose past can be asked for in part. */
const WITH_TAIL: ReadonlySet<Kind> = new Set(["container", "log-file"]);
const DEFAULT_TAIL = 10;

/**
 * @param isTerminal whether somebody types at standard input, which is then no log
 * @throws UserError when nothing names a source, or several things do
 */
export function sourceOf(
  given: LogsGiven,
  positionals: readonly string[],
  env: NodeJS.ProcessEnv,
  isTerminal: boolean,
): LogSource {
  const { kind, value } = only(spoken(given, positionals)) ?? only(fromEnvironment(env)) ?? input(isTerminal);
  const [tail] = given.get("tail") ?? [];
  if (tail !== undefined && !WITH_TAIL.has(kind)) throw userError(({ logs }) => logs.tailOfWhat);
  return SOURCES[kind](value, tail === undefined ? DEFAULT_TAIL : tailOf(tail));
}

function spoken(given: LogsGiven, positionals: readonly string[]): readonly Named[] {
  const flags = (["container", "log-command", "log-file"] as const).flatMap((kind) =>
    (given.get(kind) ?? []).map((value): Named => ({ kind, value })),
  );
  const rest = positionals.map((value): Named => ({ kind: value === "-" ? "stdin" : "container", value }));
  return [...flags, ...rest];
}

function fromEnvironment(env: NodeJS.ProcessEnv): readonly Named[] {
  const variables = { "log-command": env.TP_LOG_COMMAND, "log-file": env.TP_LOG_FILE };
  return (["log-command", "log-file"] as const).flatMap((kind) => {
    const value = variables[kind];
    return value ? [{ kind, value }] : [];
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

/** Runs one client from its command line to its exit status. */
import { randomBytes } from "node:crypto";
import type { Lang } from "../words/text";
import { wordsOf } from "../words/words";
import { readCommandLine, type Given } from "./command-line";
import { readAuthority } from "./dial";
import { EXERCISES, type Score } from "./exercises";
import { CLIENTS, type Kind } from "./kinds";
import { fill, Interrupted, Problem } from "./problem";
import { Session, type SessionOptions } from "./session";
import { Terminal, type Streams } from "./terminal";
import { usage } from "./usage";

const COULD_NOT = 2;
const INTERRUPTED = 130;

export interface ClientRun {
  readonly kind: Kind;
  /** How the user called it: `tp-mqtt client qos`. */
  readonly program: string;
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly lang: Lang;
  readonly streams: Streams;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** @returns 0 done, 2 could not be done, 130 interrupted */
export async function runClient(run: ClientRun): Promise<number> {
  const terminal = new Terminal(run.streams, run.lang);
  let given: Given;
  try {
    given = readCommandLine(run.argv, CLIENTS[run.kind]);
  } catch (error) {
    return explain(error, terminal);
  }
  if (given.has("help")) {
    run.streams.stdout.write(usage(run.kind, run.program, run.lang));
    return 0;
  }
  return play(run, given, terminal);
}

async function play(run: ClientRun, given: Given, terminal: Terminal): Promise<number> {
  const { kind, lang, signal } = run;
  const score: Score = { count: 0, qos: 0 };
  const clientId = string(given, "client-id") ?? `tp-${kind}-${randomBytes(4).toString("hex")}`;
  let session: Session | undefined;
  let failure: unknown;
  try {
    session = new Session(await optionsOf(run, given, clientId, terminal), terminal, signal);
    await EXERCISES[kind]({ clientId, given, session, terminal }, score);
  } catch (error) {
    failure = error;
  }
  await session?.leave();
  const status = failure === undefined ? 0 : explain(failure, terminal);
  const summary = fill(wordsOf(lang).client[kind].summary, { ...score });
  if (session?.accepted) terminal.print(status === 0 ? terminal.text("done", { summary }) : summary);
  return status;
}

/**
 * Says why the client did not get to its end.
 * @returns the exit status
 */
function explain(failure: unknown, terminal: Terminal): number {
  if (failure instanceof Interrupted) {
    terminal.complain(terminal.text("interrupted"));
    return INTERRUPTED;
  }
  if (!(failure instanceof Problem)) throw failure;
  terminal.complain(failure.sentence(terminal.lang));
  return COULD_NOT;
}

async function optionsOf(
  { kind, env }: ClientRun,
  given: Given,
  clientId: string,
  terminal: Terminal,
): Promise<SessionOptions> {
  const username = string(given, "username");
  const password = username === undefined ? undefined : await terminal.password(username, env);
  const seconds = given.get("seconds")?.[0];
  return {
    host: string(given, "host") ?? (env.TP_HOST || "localhost"),
    port: Number(given.get("port")?.[0] ?? CLIENTS[kind].port),
    clientId,
    clean: !given.has("no-clean"),
    ...("ca" in CLIENTS[kind].options ? { ca: readAuthority(string(given, "ca") ?? "mosquitto.crt") } : {}),
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(seconds === undefined ? {} : { seconds: Number(seconds) }),
  };
}

function string(given: Given, name: string): string | undefined {
  const value = given.get(name)?.[0];
  return typeof value === "string" ? value : undefined;
}

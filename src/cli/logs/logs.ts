/** `tp-mqtt logs`: follow a broker's log, each line explained. */
import type { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import type { LogSource } from "../../evidence/log/sources/source";
import { paints, showsColours } from "../../report/console/paint";
import type { Entry } from "../../report/explain/entry";
import { jsonView } from "../../report/explain/json";
import { textView } from "../../report/explain/view";
import { cut } from "../../report/text/layout";
import { printable } from "../../report/text/printable";
import { inLang, type Lang, type Text } from "../../words/text";
import { wordsOf } from "../../words/words";
import type { Invocation } from "../commands";
import { asEnvironment, readFlags } from "../flag-table";
import { commandHelp } from "../help";
import { INTERRUPTED, interruption } from "../interrupt";
import { filterOf } from "./filter";
import { LOGS } from "./flags";
import { follow } from "./follow";
import { sourceOf } from "./source";

/** Milliseconds that a source has to end in after Ctrl-C; what has not ended by then is ended without asking. */
const PATIENCE = 200;

export async function logs({ argv, env, lang, stdout, stderr }: Invocation): Promise<number> {
  const commandLine = readFlags(LOGS, argv);
  const { given } = commandLine;
  if (given.has("help")) {
    stdout.write(help(lang));
    return 0;
  }
  const isShown = filterOf(given);
  using interrupt = interruption();
  const { signal } = interrupt;
  const setting = { env: asEnvironment(LOGS, given, env), asking: { lang, signal } };
  const source = sourceOf(commandLine, setting, process.stdin.isTTY);
  const stream = await opened(source, signal);
  stream.on("gap", (text: Text) => stderr.write(`tp-mqtt: ${inLang(text, lang)}\n`));
  if (stdout.isTTY && stderr.isTTY && !given.has("json")) announce(source, lang, stderr);
  const view = given.has("json") ? jsonView(wordsOf(lang).explain) : screenView(stdout, env, lang);
  const interrupted = new Promise((resolve) => {
    signal.addEventListener("abort", resolve);
  });
  await Promise.race([follow(stream, stdout, { isShown, view }), interrupted]);
  if (signal.aborted) await end(stream);
  return 0;
}

/** Ctrl-C ends a source that does not even open. */
async function opened(source: LogSource, signal: AbortSignal): Promise<Readable> {
  const leave = () => process.exit(INTERRUPTED);
  signal.addEventListener("abort", leave);
  try {
    return await source.open();
  } finally {
    signal.removeEventListener("abort", leave);
  }
}

/** Ends the process without waiting for what is still to be written: its reader may have stopped reading. */
async function end(stream: Readable): Promise<never> {
  const closed = new Promise((resolve) => stream.once("close", resolve));
  stream.destroy();
  await Promise.race([closed, delay(PATIENCE)]);
  process.exit(INTERRUPTED);
}

function screenView(
  stdout: NodeJS.WriteStream,
  env: NodeJS.ProcessEnv,
  lang: Lang,
): (entry: Entry) => string {
  const columns = () => (stdout.isTTY ? stdout.columns : undefined);
  return textView({ lang, paint: paints(showsColours(stdout, env)), columns });
}

/** Which log this is, above it: on standard error, so that what is copied or recorded is the log alone. */
function announce({ text }: LogSource, lang: Lang, stderr: NodeJS.WriteStream): void {
  const line = printable(wordsOf(lang).cli.logs.following(text));
  stderr.write(`${cut(line, stderr.columns - 1)}\n`);
}

function help(lang: Lang): string {
  const { command, logs: words } = wordsOf(lang).cli;
  const { operands, flags, sources, arrows, exit } = words;
  return commandHelp(LOGS, { what: command.logs, operands, flags, notes: [sources, arrows, exit] }, lang);
}

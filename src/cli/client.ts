/** `tp-mqtt client`: the five clients of the lab sheet. */
import { runClient } from "../client/run";
import { CLIENTS, KINDS, type Kind } from "../client/kinds";
import { wordsOf } from "../words/words";
import type { Invocation } from "./commands";
import { langOf } from "./lang";
import { byDistance } from "../words/nearest";
import { NOTHING_JUDGED, userError } from "./user-error";

export async function client(invocation: Invocation): Promise<number> {
  const { env, stdout, stderr } = invocation;
  // Where nothing names a language these clients speak the sheet's. `--lang` may have stood before the command.
  const lang = langOf(process.argv, env, "fr");
  const { kind, argv } = kindIn(invocation.argv);
  if (kind === undefined) {
    const words = wordsOf(lang);
    const lines = KINDS.map((name) => `  tp-mqtt client ${name.padEnd(6)}${words.client[name].purpose}`);
    stdout.write(`${[words.cli.command.client, "", ...lines, "", words.client.common.exit].join("\n")}\n`);
    return argv.length > 0 ? 0 : NOTHING_JUDGED;
  }
  using interrupted = interruption();
  const { signal } = interrupted;
  // A reader that goes away, as `head` does, ends the client too.
  stdout.on("error", interrupted.stop);
  const streams = { stdin: process.stdin, stdout, stderr };
  return await runClient({ kind, program: `tp-mqtt client ${kind}`, argv, env, lang, streams, signal });
}

/** The kind stands first; without one there must be `--help`, or nothing. */
function kindIn([first = "", ...rest]: readonly string[]): { kind?: Kind; argv: readonly string[] } {
  if (first in CLIENTS) return { kind: first as Kind, argv: rest };
  if (first === "" || first === "--help" || first === "-h") return { argv: first === "" ? [] : [first] };
  throw userError((words) => words.unknownClient(first, byDistance(first, KINDS)[0] ?? ""));
}

function interruption(): Disposable & { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  const stop = () => {
    controller.abort();
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  return {
    signal: controller.signal,
    stop,
    [Symbol.dispose]: () => process.off("SIGINT", stop).off("SIGTERM", stop),
  };
}

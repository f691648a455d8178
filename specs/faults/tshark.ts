/** A tshark that answers wrongly: the real one, with a script around it. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findTshark } from "../../src/evidence/wire/tshark/find";

/** What the script does with the real one's arguments and with its answers. */
export interface WrongTshark {
  /** awk program over the answers: `N FRAME` for each frame that filter N selects. */
  readonly answers?: string;
  /** TLS secrets are kept from it. */
  readonly keyless?: true;
}

/** Forgets the first frame that each filter selects. */
export const FORGETS = "!/^[0-9]/ || $1 in seen { print; next } { seen[$1] }";
/** Selects the first frame with every filter, whatever it is. */
export const ADDS = "/^[0-9]/ { filters[$1] } { print } /^version/ { for (i = 1; i <= 64; i++) print i, 1 }";

const KEYLESS = `for word do
  shift
  case $word in tls.keylog_file:*) word=tls.keylog_file: ;; esac
  set -- "$@" "$word"
done`;

/** Writes the script into a folder of its own; disposing removes it. */
export async function wrongTshark(
  wrong: WrongTshark,
): Promise<AsyncDisposable & { readonly program: string }> {
  const folder = await mkdtemp(join(tmpdir(), "tp-mqtt-tshark-"));
  const program = join(folder, "tshark");
  const answers = wrong.answers === undefined ? "" : ` | awk '${wrong.answers}'`;
  const lines = ["#!/bin/sh", ...(wrong.keyless ? [KEYLESS] : []), `"${findTshark()}" "$@"${answers}`, ""];
  await writeFile(program, lines.join("\n"), { mode: 0o700 });
  return { program, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

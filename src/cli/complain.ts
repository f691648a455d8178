/** What the user is told when a command could not do its work. */
import type { Lang } from "../words/text";
import { wordsOf } from "../words/words";
import { NOTHING_JUDGED, UserError } from "./user-error";

/**
 * One sentence on stderr. Errors that speak to the user carry a `text` in both languages; others are not foreseen.
 *
 * @returns the exit status
 */
export function complain(error: unknown, lang: Lang): number {
  process.stderr.write(`tp-mqtt: ${sentence(error, lang)}\n`);
  if (process.env.TP_DEBUG && error instanceof Error) process.stderr.write(`${error.stack ?? ""}\n`);
  return error instanceof UserError ? error.status : NOTHING_JUDGED;
}

function sentence(error: unknown, lang: Lang): string {
  if (error instanceof Error && "text" in error) return (error.text as Record<Lang, string>)[lang];
  const what = error instanceof Error ? error.message : String(error);
  return wordsOf(lang).cli.unexpected(what.split("\n")[0] ?? "");
}

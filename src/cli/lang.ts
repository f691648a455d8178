/** The language that the user reads. */
import { LANGS, type Lang } from "../words/text";

/**
 * @param argv looked at before it is understood, so that a complaint about it comes in the language that it asks for
 * @param otherwise where nothing names one of the two
 * @returns --lang, else TP_LANG, else the locale as locale(7) has it (LC_ALL, LC_MESSAGES, LANG), else `otherwise`
 */
export function langOf(argv: readonly string[], env: NodeJS.ProcessEnv, otherwise: Lang = "en"): Lang {
  const at = argv.lastIndexOf("--lang");
  const flag =
    at >= 0
      ? argv[at + 1]
      : argv.findLast((argument) => argument.startsWith("--lang="))?.slice("--lang=".length);
  return known(flag) ?? known(env.TP_LANG) ?? known(locale(env)) ?? otherwise;
}

function locale(env: NodeJS.ProcessEnv): string | undefined {
  // An empty variable counts as unset.
  const name = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  return name?.slice(0, 2).toLowerCase();
}

function known(name: string | undefined): Lang | undefined {
  return LANGS.find((lang) => lang === name);
}

import type { Lang } from "../words/text";
import { wordsOf } from "../words/words";
import { FLAGS, FLAG_NAMES } from "./flags";
import { wrap } from "../report/text/layout";

const COLUMNS = 100;
const INDENT = 26;

export function generalHelp(lang: Lang): string {
  const words = wordsOf(lang).cli;
  const { colon } = wordsOf(lang).report;
  const commands = Object.entries(words.command).map(([name, what]) => `  ${name.padEnd(10)}${what}`);
  return [
    `tp-mqtt ${words.tagline}`,
    "",
    `${words.usage}${colon}tp-mqtt verify […]`,
    "",
    `${words.commands}${colon}`.trimEnd(),
    ...commands,
    "",
    words.more,
    "",
  ].join("\n");
}

export function verifyHelp(lang: Lang): string {
  const words = wordsOf(lang).cli;
  const { colon } = wordsOf(lang).report;
  const options = FLAG_NAMES.map((name) => {
    const flag = FLAGS[name];
    const left = `  --${name}${"value" in flag ? ` ${flag.value}` : ""}`;
    return left.padEnd(INDENT) + wrap(words.flags[name], COLUMNS, " ".repeat(INDENT));
  });
  const head = `${words.usage}${colon}tp-mqtt verify [${words.options.toLowerCase()}]`;
  return [
    head,
    `  ${words.command.verify}`,
    "",
    `${words.options}${colon}`.trimEnd(),
    ...options,
    "",
    wrap(words.flagNote, COLUMNS),
    wrap(words.exit, COLUMNS),
    "",
  ].join("\n");
}

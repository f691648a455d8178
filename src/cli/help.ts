import { columns, wrap } from "../report/text/layout";
import type { Lang } from "../words/text";
import { wordsOf } from "../words/words";
import type { Flag, Syntax } from "./flag-table";

const COLUMNS = 100;
const INDENT = 26;

export function generalHelp(lang: Lang): string {
  const words = wordsOf(lang).cli;
  const { colon } = wordsOf(lang).report;
  const commands = Object.entries(words.command).map(([name, what]) => `  ${name.padEnd(10)}${what}`);
  return [
    `tp-mqtt ${words.tagline}`,
    "",
    `${words.usage}${colon}tp-mqtt ${Object.keys(words.command).join("|")} […]`,
    "",
    `${words.commands}${colon}`.trimEnd(),
    ...commands,
    "",
    words.more,
    "",
  ].join("\n");
}

/** What the help of one command says besides its flags. */
export interface Said<Name extends string> {
  /** What the command does, in one line. */
  readonly what: string;
  /** What may stand beside the options: `[CONTAINER|-]`. */
  readonly operands?: string;
  readonly flags: Readonly<Record<Name, string>>;
  /** Paragraphs at the end. */
  readonly notes: readonly string[];
}

export function commandHelp<Name extends string>(syntax: Syntax<Name>, said: Said<Name>, lang: Lang): string {
  const words = wordsOf(lang).cli;
  const { colon } = wordsOf(lang).report;
  const options = (Object.keys(syntax.flags) as Name[]).map((name) =>
    option(name, syntax.flags[name], said.flags[name]),
  );
  const operands = said.operands === undefined ? "" : ` ${said.operands}`;
  return [
    `${words.usage}${colon}tp-mqtt ${syntax.command}${operands} [${words.options.toLowerCase()}]`,
    `  ${said.what}`,
    "",
    `${words.options}${colon}`.trimEnd(),
    ...options,
    "",
    ...said.notes.map((note) => wrap(note, COLUMNS)),
    "",
  ].join("\n");
}

function option(name: string, { value }: Flag, text: string): string {
  const left = `  --${name}${value === undefined ? "" : ` ${value}`}`;
  const indent = " ".repeat(INDENT);
  // What is too long for its column has a line of its own.
  const lead = columns(left) < INDENT ? left.padEnd(INDENT) : `${left}\n${indent}`;
  return lead + wrap(text, COLUMNS, indent);
}

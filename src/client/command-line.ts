/**
 * Reads a client's options by the rules of Python's argparse, which reads those of the sheet's scripts: the two shall
 * understand the same command lines.
 */
import type { ClientSyntax, Option } from "./kinds";
import { Problem } from "./problem";
import { Impossible } from "./values";

/** What was given, by name; a switch that was given has no values. */
export type Given = ReadonlyMap<string, readonly (string | number)[]>;

/** @throws Problem */
export function readCommandLine(argv: readonly string[], { options }: ClientSyntax): Given {
  const given = new Map<string, (string | number)[]>();
  const others: string[] = [];
  const words = [...argv];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const [flag = "", ...inline] = word.split("=");
    const name = flag === "-h" ? "help" : flag.slice(2);
    const option = flag === "-h" || flag.startsWith("--") ? options[name] : undefined;
    if (option === undefined) {
      others.push(word);
      continue;
    }
    const value = valueOf(flag, option, inline.length > 0 ? inline.join("=") : undefined, words);
    given.set(name, [...(option.multiple ? (given.get(name) ?? []) : []), ...value]);
  }
  const [word] = others;
  if (word !== undefined) throw new Problem("unknown_option", { word });
  return given;
}

function valueOf(
  flag: string,
  { read }: Option,
  inline: string | undefined,
  words: string[],
): (string | number)[] {
  if (read === undefined) {
    if (inline !== undefined) throw new Problem("bad_option", { option: flag });
    return [];
  }
  const value = inline ?? (isValue(words[0]) ? words.shift() : undefined);
  if (value === undefined) throw new Problem("bad_option", { option: flag });
  try {
    return [read(value)];
  } catch (error) {
    throw error instanceof Impossible ? new Problem("bad_option", { option: flag }) : error;
  }
}

/** argparse takes a word with a dash for an option, unless it is a number or holds a space. */
function isValue(word: string | undefined): boolean {
  return word !== undefined && (!/^-./.test(word) || /^-(\d+|\d*\.\d+)$/.test(word) || word.includes(" "));
}

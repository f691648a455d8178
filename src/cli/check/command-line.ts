/** The command line of `check`, on which `--hint` may stand alone or before the identifier of a question. */
import { readFlags, type Given } from "../flag-table";
import { userError } from "../user-error";
import { CHECK, type CheckFlag } from "./flags";

export interface CommandLine {
  readonly given: Given<CheckFlag>;
  /** What is neither an option nor belongs to one. */
  readonly sheets: readonly string[];
  readonly hints: Hints;
}

/** For which questions a hint is asked: for those that are named, and for every answer that is not right yet. */
export interface Hints {
  readonly named: readonly string[];
  readonly each: boolean;
}

/** As `2.4-qos2` and `x-1`: no file is called so that has an ending. */
const ID = /^[\w.]+-[\w-]+$/;
const NAMED = "--hint=";

/** @throws UserError for whatever is no option or lacks its value */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const named: string[] = [];
  const rest: string[] = [];
  let each = false;
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? "";
    const next = argv[i + 1] ?? "";
    if (argument.startsWith(NAMED)) named.push(argument.slice(NAMED.length));
    else if (argument !== "--hint") rest.push(argument);
    else if (ID.test(next)) named.push(argv[++i] ?? "");
    else each = true;
  }
  if (named.includes("")) throw userError((words) => words.flagNeedsValue("--hint"));
  const { given, positionals } = readFlags(CHECK, rest);
  return { given, sheets: positionals, hints: { named, each } };
}

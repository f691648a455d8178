/** What the sheet's questions are about: an answer that speaks of another question's matter answers that one (rule R9). */
import type { Text } from "../../../words/text";
import { holds, parsePattern, type Pattern } from "./pattern/pattern";
import type { Token } from "./text/token";

/** By name, as in `fixtures/questions/themes.json`. */
export type ThemesData = Readonly<
  Record<string, Text & { readonly home: readonly string[]; readonly patterns: readonly string[] }>
>;

export interface Theme {
  readonly name: string;
  /** Questions in whose answers it is no surprise. */
  readonly home: ReadonlySet<string>;
  readonly patterns: readonly Pattern[];
}

export function themesOf(data: ThemesData): Theme[] {
  return Object.entries(data).map(([name, { home, patterns }]) => ({
    name,
    home: new Set(home),
    patterns: patterns.map(parsePattern),
  }));
}

export function isForeign({ home, patterns }: Theme, question: string, tokens: readonly Token[]): boolean {
  return !home.has(question) && patterns.some((pattern) => holds(pattern, tokens));
}

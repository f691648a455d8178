/** What keeps a client from its work, and the words for it. */
import type { Lang } from "../words/text";
import { wordsOf, type Words } from "../words/words";

export type WordKey = keyof Words["client"]["common"];
export type Values = Readonly<Record<string, string | number>>;

/** A template with its `{names}` replaced. Templates come with their typography; values stay as they are. */
export function fill(template: string, values: Values = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`nothing to put in the place of {${name}} in: ${template}`);
    return String(value);
  });
}

/** One sentence for the user; the client ends with status 2. */
export class Problem extends Error {
  constructor(
    readonly key: WordKey,
    readonly values: Values = {},
  ) {
    super(key);
    this.name = "Problem";
  }

  sentence(lang: Lang): string {
    return fill(wordsOf(lang).client.common[this.key], this.values);
  }
}

/** Ctrl-C, or the terminal is gone; the client ends with status 130. */
export class Interrupted extends Error {}

/**
 * What of an answer is compared with marked ones: its concepts, whether they are affirmed, of which value, what stands beside
 * what, and what the rules found. How far a rule can be relied on is learnt with the rest.
 */
import type { Points } from "../question";
import type { Token } from "../text/token";

/** One thing that is so of an answer, and the words that it was read from: none for what the rules say of it. */
export interface Feature {
  readonly name: string;
  readonly words: readonly string[];
}

/** What the rules alone made of an answer. */
export interface Ruled {
  readonly points: Points | null;
  readonly rules: readonly string[];
}

const POLARITY: Readonly<Record<Token["polarity"], string>> = { said: "", denied: "-", unless: "?" };

/** @param tokens those with content */
export function featuresOf(tokens: readonly Token[], ruled: Ruled): readonly Feature[] {
  return [...featuresOfWords(tokens), ...featuresOfRules(ruled)];
}

/** The mark, each rule that spoke, and each two that spoke together. */
function featuresOfRules({ points, rules }: Ruled): readonly Feature[] {
  const pairs = rules.flatMap((one, i) => rules.slice(i + 1).map((other) => `rules ${one} ${other}`));
  const names = [`ruled ${String(points)}`, ...rules.map((rule) => `rule ${rule}`), ...pairs];
  return names.map((name) => ({ name, words: [] }));
}

/** @returns each once, in the order in which they come */
function featuresOfWords(tokens: readonly Token[]): readonly Feature[] {
  const named = tokens.map((token) => ({ token, names: namesOf(token) }));
  const features = new Map<string, readonly string[]>();
  const add = (name: string, ...words: string[]) => {
    if (!features.has(name)) features.set(name, words);
  };
  for (const { token, names } of named) {
    for (const name of names) add(name, token.text);
    if (token.level !== undefined) for (const name of names) add(`${name}@${token.level}`, token.text);
  }
  for (const [i, { token, names }] of named.entries()) {
    const next = named[i + 1];
    if (next === undefined) break;
    for (const one of names)
      for (const other of next.names) add(`${one} ${other}`, token.text, next.token.text);
  }
  return [...features].map(([name, words]) => ({ name, words }));
}

/** What the lexicon does not know stands for itself. */
function namesOf({ text, concepts, polarity }: Token): readonly string[] {
  const names = concepts.size > 0 ? [...concepts] : [`'${text}'`];
  return names.map((name) => `${POLARITY[polarity]}${name}`);
}

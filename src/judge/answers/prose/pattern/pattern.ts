/**
 * The language that rules are written in. A pattern holds where its words are found, in this order, in one sentence:
 *
 *     BROKER REPLY PUBACK      concepts of the lexicon, up to five words apart
 *     LOSE|DUPLICATE           either
 *     -ACK  ?ACK  !ACK  ~ACK   denied; denied under a condition; either of the two; affirmed or not
 *     @0:-ACK                  where the value 0 is being spoken of
 *     'frigo'  'epingl*'       the very word, folded
 *     PUBREC ... PUBREL        in this order, however far apart
 *     A & B                    in one sentence, whatever their order;  A && B  anywhere in the answer
 */
import type { Token } from "../text/token";

type Want = "said" | "denied" | "unless" | "not" | "any";

interface Element {
  /** Whether what comes before it may stand anywhere before. */
  readonly isFar: boolean;
  readonly want: Want;
  readonly concepts: readonly string[];
  readonly literals: readonly string[];
  readonly level?: number;
}

/** Alternatives never occur here: they are patterns of their own. */
export type Pattern = readonly (readonly (readonly Element[])[])[];

export class PatternError extends Error {}

const FAR = "...";
const SIGNS: Readonly<Record<string, Want>> = { "-": "denied", "?": "unless", "!": "not", "~": "any" };
const ELEMENT = /^(?:@(\d):)?([-?!~])?((?:[A-Z0-9_.>]+|'[^']+')(?:\|(?:[A-Z0-9_.>]+|'[^']+'))*)$/;

/** @throws PatternError with the piece that is no element */
export function parsePattern(source: string): Pattern {
  return source.split("&&").map((part) => part.split("&").map(termOf));
}

function termOf(source: string): readonly Element[] {
  const pieces = source.trim().split(/\s+/);
  return pieces.flatMap((piece, i) => (piece === FAR ? [] : [elementOf(piece, pieces[i - 1] === FAR)]));
}

function elementOf(source: string, isFar: boolean): Element {
  const [, level, sign, names] = ELEMENT.exec(source) ?? [];
  if (names === undefined) throw new PatternError(source);
  const all = names.split("|");
  return {
    isFar,
    want: sign === undefined ? "said" : (SIGNS[sign] ?? "said"),
    concepts: all.filter((name) => !name.startsWith("'")),
    literals: all.filter((name) => name.startsWith("'")).map((name) => name.slice(1, -1)),
    ...(level === undefined ? {} : { level: Number(level) }),
  };
}

/** Words with content that may stand between two that belong together. */
const REACH = 5;

/**
 * @param tokens of the whole answer, those without content left out
 * @returns the words that the pattern rests on; nothing where it does not hold
 */
export function found(pattern: Pattern, tokens: readonly Token[]): readonly Token[] | undefined {
  return all(
    pattern.map((terms) =>
      terms.length === 1 ? inOrder(terms[0] ?? [], tokens) : inOneSentence(terms, tokens),
    ),
  );
}

export function holds(pattern: Pattern, tokens: readonly Token[]): boolean {
  return found(pattern, tokens) !== undefined;
}

function inOneSentence(
  terms: readonly (readonly Element[])[],
  tokens: readonly Token[],
): readonly Token[] | undefined {
  for (const number of new Set(tokens.map(({ sentence }) => sentence))) {
    const sentence = tokens.filter((token) => token.sentence === number);
    const words = all(terms.map((term) => inOrder(term, sentence)));
    if (words !== undefined) return words;
  }
  return undefined;
}

function all(parts: readonly (readonly Token[] | undefined)[]): readonly Token[] | undefined {
  return parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

function inOrder(
  [first, ...rest]: readonly Element[],
  tokens: readonly Token[],
): readonly Token[] | undefined {
  for (const [i, token] of tokens.entries()) {
    const words = first !== undefined && fits(first, token) ? following(rest, tokens, i) : undefined;
    if (words !== undefined) return [token, ...words];
  }
  return undefined;
}

function following(
  [next, ...others]: readonly Element[],
  tokens: readonly Token[],
  at: number,
): readonly Token[] | undefined {
  if (next === undefined) return [];
  const end = next.isFar ? tokens.length : Math.min(tokens.length, at + REACH + 2);
  for (let i = at + 1; i < end; i++) {
    const token = tokens[i];
    if (token === undefined || (!next.isFar && token.sentence !== tokens[at]?.sentence)) return undefined;
    const words = fits(next, token) ? following(others, tokens, i) : undefined;
    if (words !== undefined) return [token, ...words];
  }
  return undefined;
}

function fits({ want, concepts, literals, level }: Element, token: Token): boolean {
  if (level !== undefined && token.level !== level) return false;
  if (!isWanted(want, token)) return false;
  return (
    concepts.some((concept) => token.concepts.has(concept)) ||
    literals.some((word) => isWord(word, token.text))
  );
}

function isWanted(want: Want, { polarity }: Token): boolean {
  if (want === "any") return true;
  return want === "not" ? polarity !== "said" : polarity === want;
}

function isWord(word: string, text: string): boolean {
  return word.endsWith("*") ? text.startsWith(word.slice(0, -1)) : text === word;
}

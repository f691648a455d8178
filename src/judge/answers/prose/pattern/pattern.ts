/**
 * The language that rules are written in. A pattern holds where its words are found, in this order, in one sentence:
 *
 *     BROKER REPLY PUBACK      concepts of the lexicon, up to five words apart
 *     LOSE|DUPLICATE           either
 *     -ACK  ?ACK  !ACK  ~ACK   denied; denied under a condition; either of the two; affirmed or not
 *     @0:-ACK                  where the value 0 is being spoken of
 *     'frigo'  'epingl*'       the very word, folded; `_` between the words of an expression
 *     PUBREC ... PUBREL        in this order, however far apart
 *     A + B                    in one clause, whatever their order
 *     A & B                    in one sentence, whatever their order;  A && B  anywhere in the answer
 *     A & B / C                in a sentence that does not hold C
 */
import { remembered } from "../text/remembered";
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

type Sequence = readonly Element[];

/** What must hold in one sentence. */
interface Part {
  /** Sequences that stand together in one clause, term by term. */
  readonly terms: readonly (readonly Sequence[])[];
  readonly without: readonly Sequence[];
}

/** Alternatives never occur here: they are patterns of their own. */
export interface Pattern {
  readonly parts: readonly Part[];
  /** Concepts of which it needs one each; most patterns are done with here. */
  readonly needs: readonly (readonly string[])[];
}

export class PatternError extends Error {}

const FAR = "...";
const SIGNS: Readonly<Record<string, Want>> = { "-": "denied", "?": "unless", "!": "not", "~": "any" };
const ELEMENT = /^(?:@(\d):)?([-?!~])?((?:[A-Z0-9_.>]+|'[^']+')(?:\|(?:[A-Z0-9_.>]+|'[^']+'))*)$/;

/**
 * Rules share many of them: each is read once.
 *
 * @throws PatternError with the piece that is no element
 */
export const parsePattern = remembered(readPattern);

function readPattern(source: string): Pattern {
  const parts = IS_JOINED.test(source) ? source.split("&&").map(partOf) : [ofOne(termOf(source))];
  const needs: (readonly string[])[] = [];
  for (const { terms } of parts)
    for (const sequences of terms)
      for (const sequence of sequences)
        for (const { literals, concepts } of sequence) if (literals.length === 0) needs.push(concepts);
  return { parts, needs };
}

const IS_JOINED = /&| \/ | \+ /;

function ofOne(sequence: Sequence): Part {
  return { terms: [[sequence]], without: [] };
}

function partOf(source: string): Part {
  const [wanted = "", ...without] = source.split(" / ");
  return {
    terms: wanted.split("&").map((term) => term.split(" + ").map(termOf)),
    without: without.map(termOf),
  };
}

function termOf(source: string): Sequence {
  const elements: Element[] = [];
  let isFar = false;
  const pieces = source.match(/\S+/g) ?? [""];
  for (const piece of pieces) {
    if (piece !== FAR) elements.push(isFar ? farElementOf(piece) : elementOf(piece));
    isFar = piece === FAR;
  }
  return elements;
}

/** Rules say the same things again and again. */
const elementOf = remembered(readElement);
const farElementOf = remembered((piece): Element => ({ ...elementOf(piece), isFar: true }));

function readElement(source: string): Element {
  const [, level, sign, names] = ELEMENT.exec(source) ?? [];
  if (names === undefined) throw new PatternError(source);
  const all = names.split("|");
  const isLiteral = (name: string) => name.startsWith("'");
  return {
    isFar: false,
    want: sign === undefined ? "said" : (SIGNS[sign] ?? "said"),
    concepts: names.includes("'") ? all.filter((name) => !isLiteral(name)) : all,
    literals: names.includes("'")
      ? all.filter(isLiteral).map((name) => name.slice(1, -1).replaceAll("_", " "))
      : [],
    ...(level === undefined ? {} : { level: Number(level) }),
  };
}

/** Words with content that may stand between two that belong together. */
const REACH = 5;

/**
 * @param tokens of the whole answer, those without content left out
 * @returns the words that the pattern rests on; nothing where it does not hold
 */
export function found({ parts, needs }: Pattern, tokens: readonly Token[]): readonly Token[] | undefined {
  const present = presentIn(tokens);
  for (const concepts of needs) if (!hasOne(present, concepts)) return undefined;
  return all(parts.map((part) => foundPart(part, tokens)));
}

export function holds(pattern: Pattern, tokens: readonly Token[]): boolean {
  return found(pattern, tokens) !== undefined;
}

function hasOne(present: ReadonlySet<string>, concepts: readonly string[]): boolean {
  for (const concept of concepts) if (present.has(concept)) return true;
  return false;
}

/** Every concept of an answer: asked for by some hundred patterns, so that it is gathered once. */
const PRESENT = new WeakMap<readonly Token[], ReadonlySet<string>>();

function presentIn(tokens: readonly Token[]): ReadonlySet<string> {
  const known = PRESENT.get(tokens);
  if (known !== undefined) return known;
  const present = new Set<string>();
  for (const { concepts } of tokens) for (const concept of concepts) present.add(concept);
  PRESENT.set(tokens, present);
  return present;
}

function foundPart({ terms, without }: Part, tokens: readonly Token[]): readonly Token[] | undefined {
  const [[only = [], ...others] = [], ...further] = terms;
  if (others.length === 0 && further.length === 0 && without.length === 0) return inOrder(only, tokens);
  for (const sentence of split(tokens, ({ sentence }) => sentence)) {
    if (without.some((sequence) => inOrder(sequence, sentence) !== undefined)) continue;
    const words = all(terms.map((sequences) => inOneClause(sequences, sentence)));
    if (words !== undefined) return words;
  }
  return undefined;
}

function inOneClause(
  sequences: readonly Sequence[],
  sentence: readonly Token[],
): readonly Token[] | undefined {
  if (sequences.length === 1) return inOrder(sequences[0] ?? [], sentence);
  for (const clause of split(sentence, ({ clause }) => clause)) {
    const words = all(sequences.map((sequence) => inOrder(sequence, clause)));
    if (words !== undefined) return words;
  }
  return undefined;
}

function split(tokens: readonly Token[], by: (token: Token) => number): readonly (readonly Token[])[] {
  const pieces = new Map<number, Token[]>();
  for (const token of tokens) {
    const piece = pieces.get(by(token));
    if (piece === undefined) pieces.set(by(token), [token]);
    else piece.push(token);
  }
  return [...pieces.values()];
}

function all(parts: readonly (readonly Token[] | undefined)[]): readonly Token[] | undefined {
  return parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

function inOrder(sequence: Sequence, tokens: readonly Token[]): readonly Token[] | undefined {
  const [first] = sequence;
  if (first === undefined) return undefined;
  let at = 0;
  for (const token of tokens) {
    const words = fits(first, token) ? following(sequence, 1, tokens, at) : undefined;
    if (words !== undefined) return [token, ...words];
    at += 1;
  }
  return undefined;
}

function following(
  sequence: Sequence,
  from: number,
  tokens: readonly Token[],
  at: number,
): readonly Token[] | undefined {
  const next = sequence[from];
  if (next === undefined) return [];
  const end = next.isFar ? tokens.length : Math.min(tokens.length, at + REACH + 2);
  for (let i = at + 1; i < end; i++) {
    const token = tokens[i];
    if (token === undefined || (!next.isFar && token.sentence !== tokens[at]?.sentence)) return undefined;
    const words = fits(next, token) ? following(sequence, from + 1, tokens, i) : undefined;
    if (words !== undefined) return [token, ...words];
  }
  return undefined;
}

function fits({ want, concepts, literals, level }: Element, token: Token): boolean {
  if (level !== undefined && token.level !== level) return false;
  if (!isWanted(want, token)) return false;
  for (const concept of concepts) if (token.concepts.has(concept)) return true;
  for (const word of literals) if (isWord(word, token.text)) return true;
  return false;
}

function isWanted(want: Want, { polarity }: Token): boolean {
  if (want === "any") return true;
  return want === "not" ? polarity !== "said" : polarity === want;
}

function isWord(word: string, text: string): boolean {
  return word.endsWith("*") ? text.startsWith(word.slice(0, -1)) : text === word;
}

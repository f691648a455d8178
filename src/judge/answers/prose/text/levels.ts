/**
 * Which value is being spoken of. Students write "QoS 0: …, QoS 1: …" as well as "four packets with QoS 2 against two
 * with QoS 1": a clause that begins with its value speaks of it, one that ends with it does too, and what names none goes
 * on with the last one named in the sentence.
 */
import { means, type Token } from "./token";

/** Concepts that name a value, by value. */
export type Markers = ReadonlyMap<string, number>;

const BEFORE_A_VALUE = new Set(
  "avec with le en at a pour for level niveau si if quand when is est et and que than vs contre vaut value valeur of de alors while".split(
    " ",
  ),
);
/** A clause that begins so still speaks of what the last one did. */
const GOES_ON = new Set("et and ni nor ou or qui which who where".split(" "));
const COUNTED = new Set(
  "message messages paquet paquets packet packets fois time times second seconds seconde secondes echange echanges trame trames exchange exchanges allerretour roundtrip niveau niveaux level levels aller trajet trajets trip trips ms minutes octet octets byte bytes reply replies reponse reponses etapes steps lignes lines %".split(
    " ",
  ),
);

export function withLevels(tokens: readonly Token[], markers: Markers, initial?: number): Token[] {
  const values = tokens.map((_, i) => levelAt(tokens, i, markers));
  const own = values.map((value, i) => (value !== undefined && isSetAgainst(tokens, i) ? undefined : value));
  const levels: (number | undefined)[] = [];
  let current = initial;
  let sentence = -1;
  let isTopicSet = false;
  for (const [start, end] of clauses(tokens)) {
    const first = tokens[start];
    // A question about one value comes back to it with each sentence; a list stays where it is.
    if (initial !== undefined && first !== undefined && first.sentence !== sentence) current = initial;
    else if (initial !== undefined && !isTopicSet && !GOES_ON.has(first?.text ?? "")) current = initial;
    if (first?.sentence !== sentence) isTopicSet = false;
    sentence = first?.sentence ?? sentence;
    const named = range(start, end).filter((i) => own[i] !== undefined);
    const trailing =
      named.length > 1 && named.at(-1) === end - 1 && named[0] !== firstContent(tokens, start, end);
    for (let i = start; i < end; i++) levels[i] = levelIn(own, named, i, trailing, current);
    const aside = range(start, end).find(
      (i) => own[i] === undefined && values[i] !== undefined && goesOnWith(tokens, i),
    );
    if (aside !== undefined) levels.fill(values[aside], aside, end);
    if (named.length > 0) isTopicSet = isTopic(tokens, named, start);
    if (isEnumeration(named, tokens)) current = undefined;
    else if (named.length > 0) current = own[named.at(-1) ?? -1];
  }
  return tokens.map((token, i) => {
    const level = levels[i];
    return level === undefined ? token : { ...token, level };
  });
}

function levelIn(
  own: readonly (number | undefined)[],
  named: readonly number[],
  at: number,
  trailing: boolean,
  current: number | undefined,
): number | undefined {
  if (named.length === 0) return current;
  if (named.length === 1) return own[named[0] ?? -1];
  const nearest = trailing ? named.find((i) => i >= at) : named.findLast((i) => i <= at);
  return own[nearest ?? named[0] ?? -1];
}

/** "c1: …", "c1 = new session, …", "if c is 1, …": what follows in the sentence speaks of it. */
function isTopic(tokens: readonly Token[], named: readonly number[], start: number): boolean {
  const [only, ...others] = named;
  return only !== undefined && others.length === 0 && !range(start, only).some((i) => tokens[i]?.hasContent);
}

/** "QoS 0, 1 et 2": all of them are meant. */
function isEnumeration(named: readonly number[], tokens: readonly Token[]): boolean {
  return named.length >= 3 && (named.at(-1) ?? 0) - (named[0] ?? 0) <= named.length + 1 && tokens.length > 0;
}

/** "contrairement à QoS 0", "compared with q0", "comme en QoS 1": a value that is set against the one being spoken of. */
const SET_AGAINST =
  /^(?:contrairement|unlike|par rapport|compared|a la difference|au lieu|instead|opposed|comparaison|comme|like|than|idem|as)/;
/** Before "que": "plus lent que QoS 1". */
const COMPARING = /^(?:plus|moins|aussi|autant|meme|mieux|pire|davantage|different|differemment)\b|^\+$/;

function isSetAgainst(tokens: readonly Token[], at: number): boolean {
  const { clause } = tokens[at] ?? {};
  const inClause = (from: number) =>
    tokens.slice(Math.max(0, from), at).filter((token) => token.clause === clause);
  const near = inClause(at - 3);
  if (near.some(({ text }) => SET_AGAINST.test(text))) return true;
  const isAfterQue = near.some(({ text }) => /(?:^| )qu?e?$/.test(text));
  return isAfterQue && inClause(at - 10).some(({ text }) => COMPARING.test(text));
}

/** "…, unlike q0 which gets none": something is said of it after all, from there on. */
function goesOnWith(tokens: readonly Token[], at: number): boolean {
  return /^(?:qui|que|qu|dont|ou|which|that|where)$/.test(tokens[at + 1]?.text ?? "");
}

function levelAt(tokens: readonly Token[], at: number, markers: Markers): number | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (/^[012]$/.test(token.text) && !means(token, ...markers.keys())) return bareDigit(tokens, at, markers);
  for (const concept of token.concepts) if (markers.has(concept)) return markers.get(concept);
  return undefined;
}

function bareDigit(tokens: readonly Token[], at: number, markers: Markers): number | undefined {
  const { text, leads = false, clause } = tokens[at] ?? { text: "" };
  const value = Number(text);
  if (![...markers.values()].includes(value) || !markers.has(`BARE${value}`)) return undefined;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (after?.clause === clause && COUNTED.has(after?.text ?? "")) return undefined;
  // "il y en a 2": counted.
  if (before?.text === "a" && /^(?:en|y|il|elle|on|qui)$/.test(tokens[at - 2]?.text ?? "")) return undefined;
  const begins = leads || before?.clause !== clause;
  return begins || BEFORE_A_VALUE.has(before?.text ?? "") || /^[012]$/.test(before?.text ?? "")
    ? value
    : undefined;
}

function clauses(tokens: readonly Token[]): (readonly [number, number])[] {
  const starts = tokens.flatMap((token, i) => (token.clause === tokens[i - 1]?.clause ? [] : [i]));
  return starts.map((start, i) => [start, starts[i + 1] ?? tokens.length] as const);
}

function firstContent(tokens: readonly Token[], start: number, end: number): number {
  return range(start, end).find((i) => tokens[i]?.hasContent) ?? start;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

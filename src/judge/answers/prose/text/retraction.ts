/**
 * What a writer takes back. "PUBACK, euh non, PUBREC": the last version counts (rule R5). "Je croyais que …, mais …": nobody
 * states what they no longer believe. "Il est faux que …": it is denied.
 */
import { means, type Token } from "./token";

interface Spoken {
  readonly word: string;
  /** Index of the token that it stands in. */
  readonly at: number;
}

/** As they are folded and cut into words. */
const CORRECTIONS = phrases(
  "non en fait, en fait non, mais non, no in fact, in fact no, no wait, wait no, wait, hold on, attends, attendez, actually no, no actually, euh non, ah non, heu non, " +
    "oups, oops, je me trompe, je me suis trompe, je me suis trompee, i was wrong, i wrong, that s wrong, c est faux, my mistake, my bad, correction, je corrige, scratch that, pardon, sorry, " +
    "i mean, je voulais dire, je veux dire, enfin non, non plutot, ou plutot, or rather, non c est, no it s, no that s, i take that back, au temps pour moi, autant pour moi, erratum",
);
const BELIEFS = phrases(
  "je croyais, je pensais, j ai cru, j avais cru, j aurais cru, je m attendais, je supposais, j imaginais, on croyait, on pensait, on pourrait croire, on pourrait penser, on peut croire, " +
    "on s attendrait, on croit souvent, on pense souvent, beaucoup croient, beaucoup pensent, certains pensent, certains croient, i thought, i first thought, i believed, i assumed, i expected, i was expecting, i imagined, " +
    "we thought, we expected, one might think, one would think, one could think, you might think, you would think, many people think, people think, some people think, some think, it is often said, it s often said, people say, on dit souvent",
);
const FALSEHOODS = phrases(
  "il est faux, c est faux que, c est faux de, ce n est pas vrai que, il n est pas vrai, it is false that, it is not true, it s not true, it is wrong to, it s wrong to, not true that",
);
const OPINIONS = phrases(
  "contrairement a ce qu, contrairement a ce que, contrary to what, unlike what, contrairement aux idees recues, contrary to popular belief",
);
const TURNS = new Set("mais but however actually though alors or non no sauf".split(" "));
const FACT = /^(?:fait|realite|fact|reality)$/;

/** By their first word. */
type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

function phrases(list: string): Phrases {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of list.split(", ").map((words) => words.trim().split(" "))) {
    const [first = ""] = phrase;
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  return byFirst;
}

export function withoutRetractions(tokens: readonly Token[]): Token[] {
  const spoken = tokens.flatMap(({ text }, at) => text.split(" ").map((word): Spoken => ({ word, at })));
  const changed = [...tokens];
  spoken.forEach((_, i) => {
    const correction = phraseAt(CORRECTIONS, spoken, i);
    if (correction !== undefined) correct(changed, spoken[i]?.at ?? 0, lastOf(spoken, i, correction));
    const belief = phraseAt(BELIEFS, spoken, i);
    if (belief !== undefined) disown(changed, lastOf(spoken, i, belief));
    const falsehood = phraseAt(FALSEHOODS, spoken, i);
    if (falsehood !== undefined) deny(changed, lastOf(spoken, i, falsehood));
    const opinion = phraseAt(OPINIONS, spoken, i);
    if (opinion !== undefined) forget(changed, spoken[i]?.at ?? 0, lastOf(spoken, i, opinion) + 1);
  });
  return changed;
}

function phraseAt(list: Phrases, spoken: readonly Spoken[], from: number): number | undefined {
  const begun = list.get(spoken[from]?.word ?? "");
  if (begun === undefined) return undefined;
  const found = begun.filter((phrase) => phrase.every((word, i) => spoken[from + i]?.word === word));
  return found.length === 0 ? undefined : Math.max(...found.map(({ length }) => length));
}

function lastOf(spoken: readonly Spoken[], from: number, length: number): number {
  return spoken[from + length - 1]?.at ?? 0;
}

/** One word stands for the one before the correction where they are of a kind; else what was said before is void. */
function correct(tokens: Token[], from: number, to: number): void {
  const before = sentenceBefore(tokens, from);
  if (before.length === 0) return;
  const next = contentAfter(tokens, to, 2);
  for (const at of next) {
    const wrong = before.findLast((i) => isOfAKind(tokens[i], tokens[at]));
    const right = tokens[at];
    if (wrong === undefined || right === undefined || tokens[wrong]?.text === right.text) continue;
    tokens[wrong] = { ...right, ...placeOf(tokens[wrong] ?? right) };
    forget(tokens, from, at);
    return;
  }
  for (const i of before) tokens[i] = emptied(tokens[i]);
  forget(tokens, from, to);
}

function placeOf({ sentence, clause, leads, mark }: Token) {
  return { sentence, clause, leads, mark };
}

/** What stands before it in its sentence, or the sentence before where it is the first. */
function sentenceBefore(tokens: readonly Token[], from: number): number[] {
  const own = tokens[from]?.sentence ?? 0;
  const inSentence = (number: number) =>
    tokens.flatMap((token, i) => (i < from && token.sentence === number && token.hasContent ? [i] : []));
  const before = inSentence(own);
  return before.length > 0 ? before : inSentence(own - 1);
}

function contentAfter(tokens: readonly Token[], at: number, count: number): number[] {
  return tokens
    .flatMap((token, i) => (i > at && token.sentence === tokens[at]?.sentence && token.hasContent ? [i] : []))
    .slice(0, count);
}

const KINDS = ["PACKET", "NUMBER", "QFLAG", "CFLAG", "PFLAG"];

function isOfAKind(a: Token | undefined, b: Token | undefined): boolean {
  const isActor = (token: Token | undefined) => means(token, "CLIENT", "BROKER");
  return KINDS.some((kind) => means(a, kind) && means(b, kind)) || (isActor(a) && isActor(b));
}

/** Until the writer turns round; where they never do, they still believe it. */
function disown(tokens: Token[], from: number): void {
  const sentence = tokens[from]?.sentence ?? 0;
  const turn = tokens.findIndex(
    ({ text, sentence: number, clause }, i) =>
      i > from + 1 &&
      number <= sentence + 1 &&
      number >= sentence &&
      (TURNS.has(text.split(" ")[0] ?? "") || FACT.test(text.split(" ").at(-1) ?? "")) &&
      (number === sentence || clause !== tokens[i - 1]?.clause),
  );
  if (turn < 0) return;
  const isMereNo = isDenialOnly(tokens, turn);
  for (let i = from + 1; i < turn; i++)
    tokens[i] = isMereNo ? { ...(tokens[i] ?? emptied(undefined)), polarity: "denied" } : emptied(tokens[i]);
}

/** "mais il n'y en a pas", "but there is none" */
function isDenialOnly(tokens: readonly Token[], turn: number): boolean {
  const clause = tokens.slice(turn).filter((token) => token.clause === tokens[turn]?.clause);
  const isNo = clause.some(({ text }) =>
    /^(?:pas|non|none|no|not|aucun|aucune|rien|nothing|faux)$/.test(text),
  );
  return (
    isNo &&
    clause.filter((token) => token.hasContent && !means(token, "NEG", "VERB", "EXCEPT", "PRESENT")).length ===
      0
  );
}

function deny(tokens: Token[], from: number): void {
  const { sentence } = tokens[from] ?? {};
  for (let i = from + 1; tokens[i]?.sentence === sentence; i++) {
    const token = tokens[i];
    if (token === undefined || TURNS.has(token.text)) return;
    tokens[i] = { ...token, polarity: "denied" };
  }
}

function forget(tokens: Token[], from: number, to: number): void {
  for (let i = from; i <= to; i++) tokens[i] = emptied(tokens[i]);
}

function emptied(token: Token | undefined): Token {
  const nothing = { text: "", sentence: 0, clause: 0, leads: false, mark: "" };
  return { ...nothing, ...token, concepts: new Set(), hasContent: false, polarity: "said" };
}

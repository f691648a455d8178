/**
 * What is denied. A negation reaches from its word to the end of its clause, and in French back to its `ne`; "prevent",
 * "avoid" turn what follows round once more ("sans éviter les doublons" has duplicates).
 */
import { means, type Token } from "./token";

const NEGATORS = new Set(
  "pas jamais aucun aucune aucuns aucunes rien personne ni sans not never no none nothing nobody neither nor without nul nulle non guere zero absence faute".split(
    " ",
  ),
);
/** Without `ne`, as people speak, these deny the verb before them. */
const AFTER_THE_VERB = new Set("pas jamais rien personne nothing nobody aucun aucune none".split(" "));
const NOT_AFTER_ALL: readonly (readonly [string, RegExp])[] = [
  ["sans", /^(?:doute|cesse|arret|interruption|fin|retain|flag|dup|c|ca|il|elle|on)$/],
  ["without", /^(?:doubt|retain|c)$/],
  ["no", /^(?:matter|doubt)$/],
  ["pas", /^(?:seulement|uniquement|juste|mal|que)$/],
  ["not", /^(?:only|just|merely|until)$/],
  ["non", /^(?:seulement)$/],
];
const CONDITIONS = new Set(
  "si if tant until unless faute quand when lorsque lorsqu avant before whenever till s'il otherwise sinon".split(
    " ",
  ),
);
const REACH_BACK = 5;
/** Words; no clause that is meant to be understood is longer. */
const REACH_AHEAD = 15;

export function withPolarity(tokens: readonly Token[]): Token[] {
  const denied = new Set<number>();
  const turned = new Set<number>();
  tokens.forEach((token, at) => {
    if (isNegator(tokens, at)) {
      const scope = ahead(tokens, at);
      for (const i of [...subjectBefore(tokens, at, scope), ...behind(tokens, at), ...scope]) denied.add(i);
    } else if (means(token, "ABSENT")) {
      for (const i of thingsBefore(tokens, at)) denied.add(i);
    } else if (means(token, "IMPOSSIBLE") && !denied.has(at)) {
      for (const i of [...wholeClauseBefore(tokens, at), ...ahead(tokens, at)]) denied.add(i);
    } else if (means(token, "PREVENT")) {
      for (const i of ahead(tokens, at)) toggle(turned, i);
    }
  });
  const conditional = conditionalClauses(tokens);
  return tokens.map((token, i) => {
    const isDenied = denied.has(i) !== turned.has(i);
    return isDenied ? { ...token, polarity: conditional.has(token.clause) ? "unless" : "denied" } : token;
  });
}

/** What is denied as a whole where its verb is: "un PUBACK n'est pas envoyé", "losses do not happen". */
const THINGS = ["PACKET", "ACK", "REPLY", "DUPLICATE", "LOSE", "RESEND", "LINE", "GUARANTEE"];
const HAPPENS = ["EXIST", "SEND", "ARRIVE", "POSSIBLE"];

function subjectBefore(tokens: readonly Token[], at: number, scope: readonly number[]): number[] {
  const start = particle(tokens, at) ?? at;
  const verbs = [...range(start, at), ...scope.slice(0, 4)];
  return verbs.some((i) => means(tokens[i], ...HAPPENS)) ? thingsBefore(tokens, start) : [];
}

/** The subject that stands right before, with what is joined to it: "pertes et doublons n'existent pas". */
function thingsBefore(tokens: readonly Token[], at: number): number[] {
  const things: number[] = [];
  for (let i = at - 1; i >= 0 && tokens[i]?.sentence === tokens[at]?.sentence; i--) {
    const token = tokens[i];
    if (means(token, ...THINGS)) things.push(i);
    else if (
      !isLight(tokens, i) ||
      (things.length > 0 && !/^(?:et|ou|and|or|ni|les|des|the)$/.test(token?.text ?? ""))
    )
      break;
  }
  return things;
}

/** Small words, auxiliaries, and who is named only as its owner: "la réponse du broker n'arrive pas". */
function isLight(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || NEW_SUBJECTS.has(token.text)) return false;
  const isOwner =
    means(token, "CLIENT", "BROKER") && /^(?:de|du|of|from|by|par)$/.test(tokens[at - 1]?.text ?? "");
  return !token.hasContent || isOwner || (means(token, "VERB") && !means(token, ...HAPPENS));
}

function toggle(set: Set<number>, value: number): void {
  if (!set.delete(value)) set.add(value);
}

function isNegator(tokens: readonly Token[], at: number): boolean {
  const { text = "" } = tokens[at] ?? {};
  const next = tokens[at + 1]?.text ?? "";
  if (NOT_AFTER_ALL.some(([word, follower]) => word === text && follower.test(next))) return false;
  if (text === "plus") return particle(tokens, at) !== undefined && next !== "que";
  // "absence de PUBACK", but "l'absence du client".
  if (text === "absence") return /^(?:de|d|of)$/.test(next) && !means(tokens[at + 2], "CLIENT", "SUBSCRIBER");
  return NEGATORS.has(text) || isInstead(text, next);
}

/** "stored instead of thrown away", "au lieu de les jeter" */
function isInstead(text: string, next: string): boolean {
  return text === "instead" ? next === "of" : text === "au lieu" && /^(?:de|d|du|des)$/.test(next);
}

/** Where the `ne` of a negator stands. */
function particle(tokens: readonly Token[], at: number): number | undefined {
  if (tokens[at]?.text === "non") return undefined;
  for (let i = at - 1; i >= Math.max(0, at - REACH_BACK); i--) {
    const token = tokens[i];
    if (token?.sentence !== tokens[at]?.sentence) return undefined;
    if (token?.text === "ne" || token?.text === "n") return i;
  }
  return undefined;
}

function behind(tokens: readonly Token[], at: number): number[] {
  const ne = particle(tokens, at);
  if (ne !== undefined) return range(ne + 1, at);
  const before = tokens[at - 1];
  const isVerb =
    before?.hasContent === true && !means(before, "PACKET", "CLIENT", "BROKER", "MESSAGE", "QFLAG");
  const isSpoken = AFTER_THE_VERB.has(tokens[at]?.text ?? "") && before?.clause === tokens[at]?.clause;
  return isVerb && isSpoken ? [at - 1] : [];
}

function ahead(tokens: readonly Token[], at: number): number[] {
  const clause = tokens[at]?.clause;
  const isPhrase = /^(?:sans|without|faute|instead|au lieu)$/.test(tokens[at]?.text ?? "");
  let end = at + 1;
  while (end - at <= REACH_AHEAD && tokens[end]?.clause === clause && !beginsAnew(tokens, end, isPhrase))
    end += 1;
  return range(at + 1, end);
}

/** A subject of its own, or an arrow: what a negation does not reach past. */
const NEW_SUBJECTS = new Set("→ ← il elle ils elles on je he she it they we you".split(" "));

/** @param isPhrase after "sans", "without" a noun follows, and whoever comes next does something else */
function beginsAnew(tokens: readonly Token[], at: number, isPhrase: boolean): boolean {
  const token = tokens[at];
  if (token === undefined) return true;
  const isSubject = means(token, "CLIENT", "BROKER") && /^(?:le|la|l|the)$/.test(tokens[at - 1]?.text ?? "");
  const isOwned = /^(?:de|of|from|by|par|a|to)$/.test(tokens[at - 2]?.text ?? "");
  // "nobody on the network": the English preposition.
  const isPronoun = NEW_SUBJECTS.has(token.text) && !means(token, "ON") && !isObject(tokens, at);
  return isPronoun || (isPhrase && isSubject && !isOwned);
}

/** "nobody sends it again" */
function isObject(tokens: readonly Token[], at: number): boolean {
  const { text = "" } = tokens[at] ?? {};
  return text === "it" && means(tokens[at - 1], "SEND", "KEEP", "FORGET", "RECEIVE", "READ", "MODIFY");
}

function wholeClauseBefore(tokens: readonly Token[], at: number): number[] {
  let start = at;
  while (start > 0 && tokens[start - 1]?.clause === tokens[at]?.clause) start -= 1;
  return range(start, at);
}

function conditionalClauses(tokens: readonly Token[]): ReadonlySet<number> {
  const isCondition = ({ text }: Token, at: number) =>
    CONDITIONS.has(text) || text.startsWith("tant ") || isInAbsence(tokens, at);
  return new Set(tokens.filter(isCondition).map(({ clause }) => clause));
}

/** "en l'absence de", "in the absence of" */
function isInAbsence(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.text === "absence" &&
    tokens.slice(Math.max(0, at - 2), at).some(({ text }) => /^(?:en|in)$/.test(text))
  );
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

/**
 * Who does what: `BROKER>KEEP` joins the concepts of a verb. Who acts is named before it in its clause, or after "par", "by",
 * "du"; a pronoun, or a verb without a subject, goes on with who acted last, "qui" and "who" with who was named last.
 */
import { means, type Token } from "./token";

type Actor = "CLIENT" | "BROKER";

const DEEDS = [
  "SEND",
  "SENDBACK",
  "RESEND",
  "REPLY",
  "ACK",
  "ACKVERB",
  "ASK",
  "ADDRESS",
  "PING",
  "VERIFY",
  "KEEP",
  "FORGET",
  "RESUME",
  "CLOSE",
  "WAIT",
  "RECEIVE",
  "KNOW",
  "IDLE",
  "CHOSEN",
];

const TO = new Set("au aux vers to pour for towards chez avec with sur".split(" "));
const BY = new Set("par by du from of".split(" "));
const SMALL = new Set(
  "le la l les the un une chaque each every ses its ce this that notre our son a an de d son".split(" "),
);
const PRONOUNS = new Set("il elle ils elles he she it they celui".split(" "));
/** "il faut", "it is": nobody. */
const IMPERSONAL = new Set("faut y s is est n ne".split(" "));
const HANGING = new Set("que qu that whether si if quand when lorsque lorsqu while because".split(" "));
const RELATIVE = new Set("qui who which".split(" "));
/** Whose deeds the speaker tells as theirs: a client's. */
const SPEAKER = new Set("je j moi i on tu we you nous".split(" "));

interface Stage {
  /** Who acts. */
  readonly subject?: Actor;
  /** Who was named last, in whatever part. */
  readonly named?: Actor;
  readonly isPlural?: boolean;
  /** The speaker acts, as the client: whoever "il" is, it is the other. */
  readonly isSpeaker?: boolean;
  /** Who acts in the main clause, while somebody else acts in one that hangs on it ("checks that the broker is there"). */
  readonly main?: Actor;
}

export function withAgents(tokens: readonly Token[]): Token[] {
  let stage: Stage = {};
  return tokens.map((token, at) => {
    const isNewSentence = token.sentence !== tokens[at - 1]?.sentence;
    if (isNewSentence && !PRONOUNS.has(token.text)) stage = {};
    stage = moved(stage, tokens, at);
    const deeds = DEEDS.filter((deed) => token.concepts.has(deed));
    const actor =
      deeds.length === 0 ? undefined : (doerAfter(tokens, at) ?? stage.subject ?? partnerOf(tokens, at));
    if (actor === undefined) return token;
    return { ...token, concepts: new Set([...token.concepts, ...deeds.map((deed) => `${actor}>${deed}`)]) };
  });
}

function moved(stage: Stage, tokens: readonly Token[], at: number): Stage {
  const { text = "" } = tokens[at] ?? {};
  const actor = participant(tokens[at]);
  if (actor !== undefined) {
    const seen = { named: actor, isPlural: /[sx]$/.test(text) };
    if (isObject(tokens, at)) return { ...stage, ...seen };
    const main = isHanging(tokens, at) ? (stage.main ?? stage.subject) : undefined;
    return { subject: actor, ...seen, ...(main !== undefined && { main }) };
  }
  const { subject, named, main } = stage;
  if (RELATIVE.has(text) && named !== undefined) return { ...stage, subject: named, isSpeaker: false };
  if (isTheOther(tokens, at) && named !== undefined) return { ...stage, subject: named, isSpeaker: false };
  if (SPEAKER.has(text) && speaks(tokens, at)) return { ...stage, subject: "CLIENT", isSpeaker: true };
  if (!PRONOUNS.has(text) || IMPERSONAL.has(tokens[at + 1]?.text ?? "")) return stage;
  if (stage.isSpeaker === true) return { ...stage, subject: "BROKER", isSpeaker: false };
  if (main !== undefined) return { subject: main, ...(named !== undefined && { named }) };
  const isMany = text === "ils" || text === "they";
  return isMany && stage.isPlural === true && named !== subject
    ? { ...stage, ...(named && { subject: named }) }
    : stage;
}

function participant(token: Token | undefined): Actor | undefined {
  if (means(token, "CLIENT")) return "CLIENT";
  return means(token, "BROKER") ? "BROKER" : undefined;
}

/** "au client", "par le broker", "interroge le client": named, but not who acts. */
function isObject(tokens: readonly Token[], at: number): boolean {
  const clause = tokens[at]?.clause;
  for (let i = at - 1; i >= 0 && tokens[i]?.clause === clause; i--) {
    const { text = "" } = tokens[i] ?? {};
    if (TO.has(text) || BY.has(text)) return true;
    if (text === "a" && i < at - 1) return true;
    if (!SMALL.has(text)) return means(tokens[i], ...DEEDS);
  }
  return false;
}

/** "envoyé par le client", "réponse du broker": who is named right after. */
function doerAfter(tokens: readonly Token[], at: number): Actor | undefined {
  const next = namedSoon(tokens, at);
  return next?.isBy === true ? next.actor : undefined;
}

/** "interroge le broker", "sent to the broker", and nobody said who does: the other of the two. */
function partnerOf(tokens: readonly Token[], at: number): Actor | undefined {
  const next = namedSoon(tokens, at);
  if (next === undefined || next.isBy) return undefined;
  return next.actor === "CLIENT" ? "BROKER" : "CLIENT";
}

function namedSoon(tokens: readonly Token[], at: number): { actor: Actor; isBy: boolean } | undefined {
  const clause = tokens[at]?.clause;
  let isBy = false;
  for (let i = at + 1; i <= at + 4 && tokens[i]?.clause === clause; i++) {
    const actor = participant(tokens[i]);
    if (actor !== undefined) return { actor, isBy };
    const { text = "" } = tokens[i] ?? {};
    if (BY.has(text)) isBy = true;
    else if (!SMALL.has(text) && !TO.has(text)) return undefined;
  }
  return undefined;
}

/** "que le broker …", "whether the server …" */
export function isHanging(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const { text = "" } = tokens[i] ?? {};
    if (HANGING.has(text.split(" ").at(-1) ?? "")) return true;
    if (!SMALL.has(text)) return false;
  }
  return false;
}

/** "celui-ci", "ce dernier", "the latter": who was named last. */
function isTheOther(tokens: readonly Token[], at: number): boolean {
  const { text = "" } = tokens[at] ?? {};
  const before = tokens[at - 1]?.text;
  return (
    text === "latter" || (text === "ci" && before === "celui") || (text === "dernier" && before === "ce")
  );
}

/** A subject form with its verb close by; "moi" and "nous" also stand alone, unless something is done to them. */
function speaks(tokens: readonly Token[], at: number): boolean {
  return (
    tokens.slice(at + 1, at + 4).some((token) => means(token, ...DEEDS)) &&
    !TO.has(tokens[at - 1]?.text ?? "")
  );
}

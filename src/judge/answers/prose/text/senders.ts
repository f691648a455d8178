/**
 * Who sends which packet, as far as an answer says so: `CLIENT>PUBREL` joins the concepts of the packet's word. The sender
 * of a leg counts as the client and its receiver as the broker, since answers tell one leg and call its ends either way.
 */
import { isHanging } from "./agents";
import { means, type Token } from "./token";

type Actor = "CLIENT" | "BROKER";

const TO = new Set("au a vers to pour → aux towards avec".split(" "));
const FROM = new Set("du de from par by d of".split(" "));
const BEFORE_ARTICLE =
  /^(?:send|sends|sending|sent|gets?|receives?|returns?|issues?|transmits?|answers|replies|waits|with|by|is|for|and|then)$/;
const ARTICLES = new Set("le la l the un une son its ce cet notre a".split(" "));

interface Walk {
  actor?: Actor;
  /** Who acts in the sentence's main clause. */
  main?: Actor;
  receiving: boolean;
  /** Whether who acts does so in a clause that hangs on the main one. */
  hanging?: boolean;
}

export function withSenders(tokens: readonly Token[]): Token[] {
  const senders = new Map<number, Actor>();
  const drawn = direction(tokens);
  let walk: Walk = { receiving: false };
  tokens.forEach((token, at) => {
    if (token.sentence !== tokens[at - 1]?.sentence) walk = { receiving: false };
    const actor = actorAt(tokens, at);
    if (actor !== undefined) walk = meet(tokens, at, actor, walk, senders);
    else if (means(token, "RECEIVE", "WAIT") && !/recept/.test(token.text))
      walk.receiving = !isPassive(tokens, at);
    else if (means(token, "UNTIL")) walk = { ...walk, receiving: true };
    else if (means(token, "SEND", "REPLY", "ACKVERB"))
      walk = { ...walk, ...doing(tokens, at, walk), receiving: false };
    else if (/^(?:il|elle|it|he)$/.test(token.text) && walk.hanging === true)
      walk = { ...walk, ...(walk.main !== undefined && { actor: walk.main }), hanging: false };
    else if (isTheOther(tokens, at) && walk.actor !== undefined) walk = { ...walk, actor: other(walk.actor) };
    if (!means(token, "PACKET")) return;
    const sender = drawn(at) ?? logged(tokens, at) ?? (isSpokenOf(tokens, at) ? undefined : senderIn(walk));
    if (sender !== undefined) senders.set(at, sender);
  });
  return tokens.map((token, at) => {
    const sender = senders.get(at);
    return sender === undefined
      ? token
      : { ...token, concepts: new Set([...token.concepts, `${sender}>${token.text.toUpperCase()}`]) };
  });
}

/** A participant is named: it acts from here on, or is who the packet just named came from, or is only addressed. */
function meet(
  tokens: readonly Token[],
  at: number,
  actor: Actor,
  walk: Walk,
  senders: Map<number, Actor>,
): Walk {
  const relation = before(tokens, at);
  const packet = lastPacket(tokens, at);
  if (relation === "to" && isRelay(tokens, at)) return { ...walk, actor, receiving: false };
  if (relation === "to") {
    if (packet !== undefined && walk.actor === undefined && !senders.has(packet))
      senders.set(packet, other(actor));
    return walk;
  }
  if (relation === "from" && packet !== undefined && tokens[packet]?.clause === tokens[at]?.clause) {
    senders.set(packet, actor);
    return walk;
  }
  const labelled = packet !== undefined && !senders.has(packet) && isLabel(tokens, packet, at);
  if (labelled) senders.set(packet, actor);
  const hanging = walk.main !== undefined && isHanging(tokens, at);
  return { actor, main: walk.main ?? actor, receiving: false, hanging };
}

/** "en lui envoyant", "by sending": whoever acts in the main clause. */
function doing(tokens: readonly Token[], at: number, { main }: Walk): Pick<Walk, "actor"> {
  const isGerund = /(?:ant|ing)$/.test(tokens[at]?.text ?? "");
  const follows = tokens.slice(Math.max(0, at - 2), at).some(({ text }) => text === "en" || text === "by");
  return isGerund && follows && main !== undefined ? { actor: main } : {};
}

/** "celui-ci", "ce dernier", "the latter": not who has just acted. */
function isTheOther(tokens: readonly Token[], at: number): boolean {
  const { text = "" } = tokens[at] ?? {};
  const before = tokens[at - 1]?.text;
  return (
    text === "latter" || (text === "ci" && before === "celui") || (text === "dernier" && before === "ce")
  );
}

/** "PUBLISH → broker → PUBREC": what it got is before it, what it sends after. */
function isRelay(tokens: readonly Token[], at: number): boolean {
  const isDrawn = tokens[at - 1]?.text === "→" && tokens[at + 1]?.text === "→";
  return isDrawn && means(tokens[at - 2], "PACKET") && means(tokens[at + 2], "PACKET");
}

function senderIn({ actor, receiving }: Walk): Actor | undefined {
  return actor === undefined || !receiving ? actor : other(actor);
}

/** What somebody reacts to, or what a sentence is about: nothing is said of who sends it. */
function isSpokenOf(tokens: readonly Token[], at: number): boolean {
  const isSubject = tokens[at]?.clause !== tokens[at - 2]?.clause && means(tokens[at + 1], "VERB");
  return isAnswered(tokens, at) || (isSubject && !means(tokens[at - 1], "SEND", "REPLY", "ACK"));
}

/** "répond au PUBLISH", "to each PINGREQ", "after the PUBLISH": the packet that somebody reacts to, not one of theirs. */
function isAnswered(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const { text = "" } = tokens[i] ?? {};
    if (/^(?:au|aux|to|after|apres)$/.test(text) || isFrenchTo(tokens, i)) return true;
    if (!ARTICLES.has(text) && !/^(?:chaque|each|every|the|tout)$/.test(text)) return false;
  }
  return false;
}

/** "répond à PINGREQ", but "sends a PINGREQ": without its accent the preposition looks like the article. */
function isFrenchTo(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === "a" && !BEFORE_ARTICLE.test(tokens[at - 1]?.text ?? "");
}

/** "PUBREC: the broker …", "PUBREC (broker)", "PUBREC = broker …" */
function isLabel(tokens: readonly Token[], packet: number, at: number): boolean {
  const between = tokens.slice(packet + 1, at + 1);
  return between.length <= 3 && between.some(({ mark, text }) => /^[:(|]$/.test(mark) || text === "=");
}

function before(tokens: readonly Token[], at: number): "to" | "from" | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 2); i--) {
    const { text = "", clause } = tokens[i] ?? {};
    if (text !== "→" && clause !== tokens[at]?.clause) return undefined;
    if (TO.has(text) && !(text === "a" && i < at - 1)) return "to";
    if (FROM.has(text)) return "from";
    if (means(tokens[i], "ADDRESS")) return "to";
    if (!ARTICLES.has(text)) return undefined;
  }
  return undefined;
}

function lastPacket(tokens: readonly Token[], at: number): number | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) {
    if (tokens[i]?.sentence !== tokens[at]?.sentence) return undefined;
    if (means(tokens[i], "PACKET")) return i;
  }
  return undefined;
}

function actorAt(tokens: readonly Token[], at: number): Actor | undefined {
  const token = tokens[at];
  if (means(token, "CLIENT")) return "CLIENT";
  if (means(token, "BROKER")) return "BROKER";
  const beside = [tokens[at - 1]?.text, tokens[at + 1]?.text].some((text) => text === "→" || text === "←");
  if (!beside) return undefined;
  if (token?.text === "c") return "CLIENT";
  return token?.text === "b" || token?.text === "s" ? "BROKER" : undefined;
}

/** "is received", "est reçu": the packet is the subject, and the participant before it does not become its receiver. */
function isPassive(tokens: readonly Token[], at: number): boolean {
  return /^(?:est|is|are|sont|ete|been|etre|be)$/.test(tokens[at - 1]?.text ?? "");
}

/** The broker's own lines: what it received a client sent. */
function logged(tokens: readonly Token[], at: number): Actor | undefined {
  const text = tokens[at - 1]?.text;
  if (text === "received") return "CLIENT";
  return text === "sending" ? "BROKER" : undefined;
}

/** Arrows that point both ways show directions; arrows that all point one way only show the order. */
function direction(tokens: readonly Token[]): (at: number) => Actor | undefined {
  const kinds = new Set(tokens.filter(({ text }) => text === "→" || text === "←").map(({ text }) => text));
  const drawn =
    kinds.size === 2 &&
    !tokens.some((_, i) => actorAt(tokens, i) !== undefined && tokens[i + 1]?.text === "→");
  return (at) => {
    if (!drawn) return undefined;
    const inClause = tokens.filter(
      ({ clause, text }) => clause === tokens[at]?.clause && (text === "→" || text === "←"),
    );
    const [arrow] = inClause;
    if (inClause.length !== 1 || arrow === undefined) return undefined;
    return arrow.text === "→" ? "CLIENT" : "BROKER";
  };
}

function other(actor: Actor): Actor {
  return actor === "CLIENT" ? "BROKER" : "CLIENT";
}

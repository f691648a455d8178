/** An answer's words, each as what it can be to a sequence of packets. */
import { PACKET_TYPES } from "../../../../evidence/wire/mqtt/packet";
import { fold } from "../../prose/text/fold";
import { nearProtocol } from "../../prose/text/protocol";
import { NEGATIONS, SMALL_WORDS } from "../small-words";

export type TokenKind =
  | "packet"
  | "almost"
  | "client"
  | "broker"
  | "arrow"
  | "back"
  | "number"
  | "not"
  | "ack"
  | "mark"
  | "small"
  | "loose";

export interface Token {
  readonly text: string;
  readonly kind: TokenKind;
}

const PACKETS: ReadonlySet<string> = new Set(Object.values(PACKET_TYPES).map((type) => type.toLowerCase()));
const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const CLIENTS = set(
  "c client clients publisher emetteur editeur publieur expediteur sender subscriber subscribers abonne abonnes destinataire",
);
const BROKERS = set("b broker serveur server mosquitto");
/** "vers" stands for an arrow. */
const ARROWS = set("→ vers to au");
const ACK_NOUNS = set(
  "acquittement acquittements accuse accuses confirmation confirmations ack acks acknowledgement acknowledgements acknowledgment acknowledgments reponse reponses answer answers reply replies retour",
);
/** What the names stand for, and what tells one publication from another. */
const HARMLESS = set(
  "n ne qos mqtt mid rc msgtype publication received recu release released libere liberation complete completed termine fin reception debut end start",
);
const ORDINAL = /^\d+(?:er|ere|e|eme|nd|rd|th|st)$/;
const LOG_VALUE = /^(?:[mqdr]|rc)\d+$/;

/** Whoever answers so sends the packet that follows. */
const ANSWERS = set("repond repondent responds respond");
const WITH = set("par avec with by un une a an the le");
const IT_IS = /\b(?:et |and )?(?:c'est(?: tout)?|that's (?:all|it))\b/g;

export function tokensOf(line: string): readonly Token[] {
  const words =
    fold(line)
      .replace(IT_IS, " ")
      .match(/[a-z0-9_]+|[→←,()]/g) ?? [];
  const tokens = words.map((text) => ({ text, kind: kindOf(text) }));
  return tokens.map((token, at) => (turnsRound(tokens, at) ? { ...token, kind: "loose" } : token));
}

/** "PUBACK en réponse au PUBLISH", "PUBACK ← PUBLISH": names that stand the other way round. */
function turnsRound(tokens: readonly Token[], at: number): boolean {
  const { text = "", kind } = tokens[at] ?? {};
  const next = tokens.slice(at + 1).find((token) => !(ANSWERS.has(text) && WITH.has(token.text)));
  if (ANSWERS.has(text)) return next?.kind !== "packet";
  if (kind === "back") return next?.kind === "packet" && tokens[at - 1]?.kind === "packet";
  return kind === "arrow" && text !== "→" && next?.kind === "packet";
}

function kindOf(word: string): TokenKind {
  if (PACKETS.has(word)) return "packet";
  if (nearProtocol(word)) return "almost";
  if (CLIENTS.has(word)) return "client";
  if (BROKERS.has(word)) return "broker";
  if (ARROWS.has(word)) return "arrow";
  if (word === "←") return "back";
  if (/^[,()]$/.test(word)) return "mark";
  if (/^\d+$/.test(word)) return "number";
  if (NEGATIONS.has(word)) return "not";
  if (ACK_NOUNS.has(word)) return "ack";
  if (ANSWERS.has(word)) return "small";
  const isSmall = SMALL_WORDS.has(word) || HARMLESS.has(word) || ORDINAL.test(word) || LOG_VALUE.test(word);
  return isSmall ? "small" : "loose";
}

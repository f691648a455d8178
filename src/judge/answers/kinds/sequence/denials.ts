/** "Pas de PUBACK", "no acknowledgement", "rien d'autre": what an answer says is not there. */
import type { Token } from "./tokens";

const BETWEEN = new Set("de d du le la l un une any a an the autre autres other further plus".split(" "));
const OTHER = new Set("autre autres other further else plus more".split(" "));
const GOES_ON = new Set("ni ou or nor".split(" "));
const COUNTED = new Set("paquet paquets message messages packet packets trame trames".split(" "));
const NOTHING = new Set("rien nothing".split(" "));
const AND = new Set([",", "et", "and"]);

export interface Denial {
  /** Packets that are denied, in small letters. */
  readonly packets: readonly string[];
  /** Acknowledgements of any kind are denied. */
  readonly acks: boolean;
  /** Index of the first token behind it. */
  readonly end: number;
}

/** @returns nothing where it cannot be told what the negation at `at` denies */
export function denialAt(tokens: readonly Token[], at: number): Denial | undefined {
  const subject = after(tokens, at + 1, BETWEEN);
  const { text = "", kind } = tokens[subject] ?? {};
  const isOther = tokens.slice(at + 1, subject + 1).some((token) => OTHER.has(token.text));
  if (kind === "ack") return { packets: [], acks: true, end: subject + 1 };
  if (isOther && COUNTED.has(text)) return { packets: [], acks: false, end: subject + 1 };
  if (isOther && NOTHING.has(tokens[at]?.text ?? ""))
    return { packets: [], acks: false, end: Math.max(subject, at + 2) };
  return kind === "packet" ? packetsFrom(tokens, subject) : undefined;
}

/** "Pas de PUBACK ni de PUBREC"; a list that goes on with a comma may be denied as well or not. */
function packetsFrom(tokens: readonly Token[], first: number): Denial | undefined {
  const packets: string[] = [];
  let at = first;
  while (tokens[at]?.kind === "packet") {
    packets.push(tokens[at]?.text ?? "");
    const next = after(tokens, at + 1, new Set([","]));
    if (!GOES_ON.has(tokens[next]?.text ?? "")) {
      const following = tokens[after(tokens, at + 1, AND)];
      return following?.kind === "packet" ? undefined : { packets, acks: false, end: at + 1 };
    }
    at = after(tokens, next + 1, BETWEEN);
  }
  return undefined;
}

function after(tokens: readonly Token[], from: number, skipped: ReadonlySet<string>): number {
  let at = from;
  while (skipped.has(tokens[at]?.text ?? "")) at++;
  return at;
}

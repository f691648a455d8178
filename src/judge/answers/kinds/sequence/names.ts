/** Packets that an answer names in words of its own. */
import { PACKET_TYPES } from "../../../../evidence/wire/mqtt/packet";
import { denialAt } from "./denials";
import type { Item } from "./item";
import { senderAt } from "./senders";
import { tokensOf, type Token } from "./tokens";

export interface Named {
  readonly items: Item[];
  /** Numbers that stand by themselves: types, where no packet is named. */
  readonly numbers: number[];
  /** Packets that are said not to be there. */
  readonly denied: Set<string>;
  /** Words that are not accounted for. */
  readonly loose: string[];
  /** What looks like a packet and is none, as it is written. */
  readonly almost: { readonly word: string; readonly line: number }[];
}

export function nothingNamed(): Named {
  return { items: [], numbers: [], denied: new Set(), loose: [], almost: [] };
}

const ACKNOWLEDGEMENTS = ["PUBACK", "PUBREC", "PUBREL", "PUBCOMP"];

/**
 * Adds what one line of the answer says.
 * @param line of the sheet
 */
export function readNames(text: string, line: number, named: Named): void {
  const tokens = tokensOf(text);
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (token?.kind === "not") at = deny(tokens, at, named);
    else at++;
    if (token?.kind === "packet") add(tokens, at - 1, named);
    if (token?.kind === "number" && !explains(tokens, at - 1, named)) named.numbers.push(Number(token.text));
    if (token?.kind === "loose") named.loose.push(token.text);
    if (token?.kind === "almost") named.almost.push({ word: asWritten(token.text, text), line });
  }
}

function add(tokens: readonly Token[], at: number, { items }: Named): void {
  const type = (tokens[at]?.text ?? "").toUpperCase();
  const sender = senderAt(tokens, at);
  items.push(sender === undefined ? { type } : { type, sender });
}

/** @returns where to read on */
function deny(tokens: readonly Token[], at: number, { denied, loose }: Named): number {
  const denial = denialAt(tokens, at);
  if (denial === undefined) {
    loose.push(tokens[at]?.text ?? "");
    return at + 1;
  }
  const packets = denial.acks ? ACKNOWLEDGEMENTS : denial.packets.map((packet) => packet.toUpperCase());
  for (const packet of packets) denied.add(packet);
  return denial.end;
}

const COUNTED = /^(?:paquets?|packets?|messages?|etapes?|steps?|trames?|echanges?)$/;
const LABELS = /^(?:qos|niveau|level|mid|type|etape|step)$/;

/** The number counts, labels, or repeats what stands beside it: `1 PUBLISH`, `PUBLISH (3)`, `QoS 2`, `4 paquets`. */
function explains(tokens: readonly Token[], at: number, { items }: Named): boolean {
  const number = Number(tokens[at]?.text);
  const next = tokens[at + 1]?.kind === "mark" ? tokens[at + 2] : tokens[at + 1];
  const previous = tokens[at - 1]?.kind === "mark" ? tokens[at - 2] : tokens[at - 1];
  if (COUNTED.test(next?.text ?? "") || LABELS.test(previous?.text ?? "")) return true;
  if (next?.kind === "packet" && number === items.length + 1) return true;
  const type = Object.entries(PACKET_TYPES)
    .find(([key]) => Number(key) === number)?.[1]
    .toLowerCase();
  return type !== undefined && [next, previous].some((token) => token?.text === type);
}

/** Folding took its capitals. */
function asWritten(word: string, line: string): string {
  const at = line.toLowerCase().indexOf(word);
  return at === -1 ? word : line.slice(at, at + word.length);
}

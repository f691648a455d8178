/** Who sends a packet, as the words around its name say: `client → broker : PUBLISH`, `PUBREC (broker)`. */
import type { Item } from "./item";
import type { Token } from "./tokens";

type Sender = Item["sender"];

/** @returns nothing where no side is named beside it */
export function senderAt(tokens: readonly Token[], at: number): Sender {
  const before = tokens.slice(0, at);
  const start = before.findLastIndex(isBorder) + 1;
  const rest = tokens.slice(at + 1);
  const end = rest.findIndex(isBorder);
  return (
    fromBefore(shape(before.slice(start).filter(isNoAuthor))) ??
    fromBehind(shape(end === -1 ? rest : rest.slice(0, end)))
  );
}

function isBorder({ kind, text }: Token): boolean {
  return kind === "packet" || text === "," || text === ")";
}

/** "PUBLISH du client" says who sent what stands before, not what comes behind. */
function isNoAuthor(_token: Token, i: number, tokens: readonly Token[]): boolean {
  const before = tokens
    .slice(0, i)
    .findLast(({ text }) => text !== "le" && text !== "la" && text !== "the" && text !== "l");
  return !OF.has(before?.text ?? "");
}

const OF = new Set("du de d from by par".split(" "));

const SIGNS: Partial<Record<Token["kind"], string>> = { client: "C", broker: "B", arrow: ">", back: "<" };

/** The sides and arrows alone: `C>B`. */
function shape(tokens: readonly Token[]): string {
  return tokens.map(({ kind }) => SIGNS[kind] ?? "").join("");
}

function fromBefore(signs: string): Sender {
  const found = /([CB])>([CB])?$|([CB])<([CB])$/.exec(signs);
  if (found) return named(found[1] ?? found[4]);
  const receiver = /([CB])<$|>([CB])$/.exec(signs);
  if (receiver) return otherThan(named(receiver[1] ?? receiver[2]));
  return named(/[CB]$/.exec(signs)?.[0]);
}

function fromBehind(signs: string): Sender {
  const receiver = /^>([CB])/.exec(signs);
  if (receiver) return otherThan(named(receiver[1]));
  const found = /^<?([CB])/.exec(signs);
  return named(found?.[1]);
}

function named(sign: string | undefined): Sender {
  if (sign === undefined) return undefined;
  return sign === "C" ? "client" : "broker";
}

function otherThan(side: Sender): Sender {
  return side === "client" ? "broker" : "client";
}

/**
 * Lines that a terminal or a word processor has broken. They are joined where the whole can be read and its pieces
 * cannot; whether the break took a space away is found out by trying.
 */
import type { LogLine } from "../../../evidence/log/line";
import { ownLine } from "./own-line";

const LONGEST = 1200;

export interface Whole {
  readonly line: LogLine;
  /** How many pieces it was made of. */
  readonly pieces: number;
}

/**
 * @param pieces the lines from the first piece on, as many as may belong to it, without white space around them
 */
export function joined(pieces: readonly string[]): Whole | undefined {
  const [first = "", ...rest] = pieces;
  let wholes = [first];
  for (const [i, piece] of rest.entries()) {
    if (piece === "" || piece.length + (wholes[0]?.length ?? 0) > LONGEST) return undefined;
    if (ownLine(piece) !== undefined) return undefined;
    wholes = wholes.flatMap((begun) => [begun + piece, `${begun} ${piece}`]);
    const line = wholes.map(ownLine).find((read) => read !== undefined && beginsIn(read, first));
    if (line !== undefined) return { line, pieces: i + 2 };
  }
  return undefined;
}

/** What the broker says begins in the first piece: another line's end stands before no line. */
function beginsIn({ raw, message }: LogLine, first: string): boolean {
  return raw.length - message.length < first.length;
}

/**
 * Client identifiers can be broken too, and what is left of the line can be read: `Received PINGREQ from tp-qos-` and
 * `b3426967`. It is joined where that gives a client that other lines name.
 */
export function joinedToClient(
  line: LogLine,
  next: string,
  isKnown: (client: string) => boolean,
): Whole | undefined {
  const client = clientOf(line);
  if (client === undefined || next === "" || next.length > LONGEST || isKnown(client)) return undefined;
  if (ownLine(next) !== undefined) return undefined;
  const whole = [line.raw + next, `${line.raw} ${next}`].map(ownLine).find((read) => {
    const named = read && clientOf(read);
    return named !== undefined && isKnown(named);
  });
  return whole && { line: whole, pieces: 2 };
}

/** The client of a line that ends in its name. */
function clientOf({ event }: LogLine): string | undefined {
  return event?.kind === "packet" && !("packetId" in event) && event.type !== "CONNACK"
    ? event.client
    : undefined;
}

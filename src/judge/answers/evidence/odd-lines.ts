/** Single lines that no version of Mosquitto writes, though they look like its own. */
import type { LogEvent } from "../../../evidence/log/event";
import { readCut } from "../../../evidence/log/grammar";
import type { ShownLine } from "./excerpt";
import { originals } from "./pasted";
import type { WORDS } from "./words";

const PACKET_LINE = /(?:^|: )((?:Received|Sending|Denied) [A-Z]{3,12} (?:from|to) \S.*)$/;

/**
 * Whether a line that cannot be read imitates one of a packet: a packet that the log never tells of, or values that do not
 * stand in the line of that packet. A line that merely ends too early does not.
 */
export function isForged(text: string): boolean {
  return originals(text).every((line) => {
    const message = PACKET_LINE.exec(line)?.[1];
    if (message === undefined) return false;
    return readCut(message, 0) === undefined || message.endsWith(")");
  });
}

type Rule = keyof typeof WORDS.odd;

/** Rules that the line breaks by itself. */
export function neverPrinted({ event }: ShownLine, lines: readonly ShownLine[]): Rule[] {
  if (event.kind === "packet" && isWrongWay(event)) return ["direction"];
  if (hasValuesOfOthers(event, lines)) return ["form"];
  if (event.kind === "client-connected") return event.p !== undefined && !PROTOCOLS.has(event.p) ? ["p"] : [];
  if (event.kind !== "packet" || event.type !== "PUBLISH") return [];
  // Without a level above 0 there is no packet identifier (MQTT-2.3.1-5), and with one there is (MQTT-2.3.1-1).
  return event.qos > 2 || (event.qos === 0) !== (event.packetId === 0) ? ["level"] : [];
}

/** The numbers that versions have given protocols: 1, 2 and 5 up to 2.0, 3, 4 and 5 from 2.1 on. */
const PROTOCOLS: ReadonlySet<number> = new Set([1, 2, 3, 4, 5]);

const ONLY_RECEIVED: ReadonlySet<string> = new Set(["SUBSCRIBE", "UNSUBSCRIBE", "PINGREQ"]);
const ONLY_SENT: ReadonlySet<string> = new Set(["SUBACK", "UNSUBACK", "PINGRESP"]);

/** Lines that only a bridge leaves. */
function isWrongWay({ from, type }: Extract<LogEvent, { kind: "packet" }>): boolean {
  return from === "client" ? ONLY_SENT.has(type) : ONLY_RECEIVED.has(type);
}

const VALUES = / \((?:[dqrm]\d|Mid: ?\d|RC: ?\d|rc\d|\d, ?\d|p\d)[^()]*\)$/i;

/**
 * Brackets behind a packet that has none: the grammar takes them for the end of the client's name, which they can be only
 * where the client is called so elsewhere.
 */
function hasValuesOfOthers(event: LogEvent, lines: readonly ShownLine[]): boolean {
  if (event.kind !== "packet" || "packetId" in event || !VALUES.test(event.client)) return false;
  const { client } = event;
  return !lines.some(({ event: other }) => other.kind === "client-connected" && other.client === client);
}

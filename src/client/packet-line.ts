/** A packet as the clients print it, in the letters of the broker's log: d, q, r, m, p, c, k. */
import type { IConnectPacket, IPublishPacket, Packet } from "mqtt-packet";

/** What stands in the parentheses, and what behind them. */
type Parts = readonly [fields: string, more?: string];

/**
 * `→ PUBACK (m2)`
 * @param way `→` for what the client sends, `←` for what it receives
 * @param size words the length of a payload, in bytes
 */
export function packetLine(way: "→" | "←", packet: Packet, size: (bytes: number) => string): string {
  const [fields, more = ""] = parts(packet, size);
  const line = `${way} ${packet.cmd.toUpperCase()}${fields === "" ? "" : ` (${fields})`} ${more}`;
  return printable(line.trimEnd());
}

/** Control characters would act on the terminal, and anybody can send them. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function parts(packet: Packet, size: (bytes: number) => string): Parts {
  switch (packet.cmd) {
    case "connect":
      return connect(packet);
    case "connack":
      return [`${bit(packet.sessionPresent)}, ${packet.returnCode ?? 0}`];
    case "publish":
      return publish(packet, size);
    case "subscribe": {
      const wanted = packet.subscriptions.map(({ topic, qos }) => `'${topic}' q${qos}`);
      return [`m${packet.messageId ?? 0}`, wanted.join(", ")];
    }
    case "suback": {
      const granted = packet.granted.map(Number).map((code) => (code === REFUSED ? "128" : `q${code}`));
      return [`m${packet.messageId ?? 0}`, granted.join(", ")];
    }
    default:
      return [packet.messageId === undefined ? "" : `m${packet.messageId}`];
  }
}

/** SUBACK: MQTT-3.9.3-2. */
export const REFUSED = 128;

function connect({ clean, keepalive, username, clientId }: IConnectPacket): Parts {
  const user = username === undefined ? "" : `, u'${username}'`;
  return [`p2, c${bit(clean)}, k${keepalive ?? 0}${user}`, clientId];
}

function publish(
  { dup, qos, retain, messageId, topic, payload }: IPublishPacket,
  size: (bytes: number) => string,
): Parts {
  const identifier = qos === 0 ? 0 : (messageId ?? 0);
  const fields = `d${bit(dup)}, q${qos}, r${bit(retain)}, m${identifier}`;
  return [fields, `'${topic}' ${size(Buffer.byteLength(payload))}`];
}

function bit(value: boolean | undefined): string {
  return value === true ? "1" : "0";
}

/** Names that are exactly themselves or something else: PUBREC is not PUBREL, whatever a spelling corrector thinks. */

const PACKETS = [
  "connect",
  "connack",
  "publish",
  "puback",
  "pubrec",
  "pubrel",
  "pubcomp",
  "subscribe",
  "suback",
  "unsubscribe",
  "unsuback",
  "pingreq",
  "pingresp",
  "disconnect",
];

export const PROTOCOL: ReadonlySet<string> = new Set([...PACKETS, "mqtt", "qos", "tls", "tcp"]);

/** What looks like a packet's name and is none: PUBREQ, PUBCOM, PINGREP. */
export function nearProtocol(word: string): boolean {
  if (PROTOCOL.has(word)) return false;
  return /^(?:pub(?:a|r|c)[a-z]{1,4}|ping[_-]?re[a-z]{1,4}|(?:un)?suba[a-z]{1,3}|conn?a[ck]{1,2})$/.test(
    word,
  );
}

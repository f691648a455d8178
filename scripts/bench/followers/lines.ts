/** The lines that the broker writes about the clients of `crowd.ts`, known by what they hold. */

export const PREFIX = "crowd-";

export const clientId = (client: number): string => `${PREFIX}${client}`;

/** Names client and number, so that a line belongs to one message and no other. */
export const topicOf = (client: number, number: number): string => `bench/${PREFIX}${client}/${number}`;

export const PAYLOAD = Buffer.from("21.5");

/** `publish` and `puback` have a number, the others come once a client. */
export const KINDS = ["publish", "puback", "connect", "connack", "disconnect"] as const;
export type Kind = (typeof KINDS)[number];

export interface Told {
  readonly kind: Kind;
  readonly client: number;
  /** Of the message, from 1 for each client; 1 for what comes once. */
  readonly number: number;
}

/** From the timestamp to the end: a line that lost a piece fits none of them. */
const FORMS: readonly (readonly [Kind, RegExp])[] = [
  [
    "publish",
    /^\d+: Received PUBLISH from crowd-(\d+) \(d0, q1, r0, m\d+, 'bench\/crowd-\1\/(\d+)', \.\.\. \(4 bytes\)\)$/,
  ],
  ["puback", /^\d+: Sending PUBACK to crowd-(\d+) \(m(\d+), rc0\)$/],
  ["connect", /^\d+: New client connected from \S+ as crowd-(\d+) \(.*\)\.$/],
  ["connack", /^\d+: Sending CONNACK to crowd-(\d+) \(0, 0\)$/],
  ["disconnect", /^\d+: Received DISCONNECT from crowd-(\d+)$/],
];

/** Lines that name a client of the crowd and are not counted. */
const OTHERS = /^\d+: (Client crowd-\d+ .*disconnected.*|No will message specified.*)$/;

/** What the line tells; undefined when it is about nobody of the crowd, `damaged` when it is about one but not whole. */
export function told(line: string): Told | "damaged" | undefined {
  if (!line.includes(PREFIX)) return undefined;
  for (const [kind, form] of FORMS) {
    const found = form.exec(line);
    if (found) return { kind, client: Number(found[1]), number: Number(found[2] ?? 1) };
  }
  return OTHERS.test(line) ? undefined : "damaged";
}

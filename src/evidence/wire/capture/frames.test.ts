import type { Entry } from "../../journal/entry";
import { framesOf, SEGMENT_BYTES, type Frame } from "./frames";
import { ACK, FIN, PSH, RST, SYN } from "./segment";
import { CONNACK, CONNECT, Made, publish } from "./testing";

/** `SYN client 1001→1883 +0` in numbers: what a frame says of TCP, relative to where its side began. */
function tcp(entries: readonly Entry[]): string[] {
  const names = { [SYN]: "SYN", [FIN]: "FIN", [RST]: "RST", [PSH]: "PSH", [ACK]: "ACK" };
  const frames = framesOf(entries);
  const origin = { client: 0, broker: 0 };
  for (const { segment } of frames) if (segment.flags & SYN) origin[segment.from] = segment.seq;
  return frames.map(({ segment: { from, flags, seq, ack, payload } }) => {
    const set = Object.entries(names).flatMap(([flag, name]) => (flags & Number(flag) ? [name] : []));
    const other = from === "client" ? "broker" : "client";
    const acked = flags & ACK ? ` ack ${ack - origin[other]}` : "";
    return `${from} ${set.join(",")} seq ${seq - origin[from]}${acked} (${payload.length})`;
  });
}

const ports = (frames: readonly Frame[]) => [
  ...new Set(frames.map(({ segment }) => `${segment.ports.client}→${segment.ports.broker}`)),
];

test("a connection is opened, spoken on and closed with numbers that add up", () => {
  const made = new Made()
    .opened()
    .packet("client", CONNECT)
    .packet("broker", CONNACK)
    .closed("client", "fin");
  expect(tcp(made.entries)).toEqual([
    "client SYN seq 0 (0)",
    "broker SYN,ACK seq 0 ack 1 (0)",
    "client ACK seq 1 ack 1 (0)",
    "client PSH,ACK seq 1 ack 1 (23)",
    "broker PSH,ACK seq 1 ack 24 (4)",
    "client FIN,ACK seq 24 ack 5 (0)",
  ]);
});

test("each entry with bytes has the number of one frame, and the journal’s time", () => {
  const made = new Made().opened().packet("client", CONNECT).packet("broker", CONNACK);
  const carried = framesOf(made.entries).filter(({ entry }) => entry !== undefined);
  expect(carried).toEqual([
    expect.objectContaining({ number: 4, at: 1, entry: made.entries[1] }),
    expect.objectContaining({ number: 5, at: 2, entry: made.entries[2] }),
  ]);
});

test("a large packet is split, and its number is that of its last frame", () => {
  const made = new Made().opened().packet("client", publish(Buffer.alloc(2 * SEGMENT_BYTES)));
  const data = framesOf(made.entries).filter(({ segment }) => segment.payload.length > 0);
  expect(data.map(({ segment, entry }) => [segment.payload.length, entry === undefined])).toEqual([
    [SEGMENT_BYTES, true],
    [SEGMENT_BYTES, true],
    [9, false],
  ]);
});

test.each([
  ["ECONNREFUSED", ["client SYN seq 0 (0)", "broker RST,ACK"]],
  ["ETIMEDOUT", ["client SYN seq 0 (0)"]],
])("a connection that was not to be had: %s", (why, expected) => {
  const made = new Made().actor("visitor", "v-1").refused(why);
  expect(tcp(made.entries)).toEqual(expected.map((start) => expect.stringContaining(start) as string));
  expect(framesOf(made.entries)[0]?.comment?.fr).toBe(
    `visitor : identifiant de client v-1 (pas de connexion : ${why})`,
  );
});

test.each([
  ["broker", "fin", "broker FIN,ACK"],
  ["broker", "reset", "broker RST,ACK"],
  ["tap", "reset", "client RST,ACK"],
] as const)("closed by %s with %s", (by, how, expected) => {
  const made = new Made().opened().closed(by, how);
  expect(tcp(made.entries).at(-1)).toContain(expected);
});

test("ports are the lab sheet’s, and the tap’s own unless another connection had it", () => {
  const made = new Made()
    .opened({ port: 40001 })
    .opened({ connection: 2, port: 40001 })
    .opened({ connection: 3, port: 8883, listener: "tls" })
    .opened({ connection: 4 })
    .opened({ connection: 5, port: 49152 });
  expect(ports(framesOf(made.entries))).toEqual([
    "40001→1883",
    "49153→1883",
    "49154→8883",
    "49155→1883",
    "49152→1883",
  ]);
});

test("what the tap did is told: who it is, what it kept, what it cut", () => {
  const made = new Made()
    .actor("visitor", "v-1")
    .opened()
    .packet("client", CONNECT, { withheld: true })
    .closed("tap", "fin");
  expect(framesOf(made.entries).map(({ comment }) => comment?.en)).toEqual([
    "visitor: client id v-1",
    undefined,
    undefined,
    "withheld by tp-mqtt: the other side never received it",
    "the connection was cut by tp-mqtt, on both sides",
  ]);
});

test("what went inside TLS is not shown twice", () => {
  const made = new Made().opened({ listener: "tls" }).packet("client", CONNECT, { inside: "tls" });
  expect(framesOf(made.entries)).toHaveLength(3);
});

test("a frame’s number does not depend on what comes after it", () => {
  const made = new Made()
    .opened()
    .packet("client", CONNECT)
    .closed("tap", "fin")
    .packet("client", publish(Buffer.from("late")), { withheld: true })
    .packet("broker", CONNACK, { withheld: true });
  const entries = made.entries;
  const numbers = (some: readonly Entry[]) => framesOf(some).map(({ number, at }) => [number, at]);
  for (let n = 1; n <= entries.length; n++) {
    const part = numbers(entries.slice(0, n));
    expect(numbers(entries).slice(0, part.length)).toEqual(part);
  }
});

test("bytes on a connection whose opening is missing are shown all the same", () => {
  const made = new Made().bytes("broker", Buffer.from("HTTP/1.1 400 Bad Request"));
  expect(tcp(made.entries)).toHaveLength(1);
});

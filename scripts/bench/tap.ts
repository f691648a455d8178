/**
 * What the tap costs: `npx tsx scripts/bench/tap.ts [--messages 10000]`. One client publishes at QoS 1, message after
 * message, to a real Mosquitto: directly, and through the tap, in blocks that take turns, so that whatever else the
 * machine does meets both. Then as many messages go through the tap as fast as they can, and are counted. Prints only.
 */
import { parseArgs } from "node:util";
import { Journal } from "../../src/evidence/journal/journal";
import { Tap } from "../../src/evidence/wire/tap";
import { RawClient } from "../../src/exercise/raw-client";
import { startNative } from "../../src/target/native";
import type { Address } from "../../src/target/target";

/** Messages of one way before it is the other's turn. */
const BLOCK = 500;
const TOPIC = "tp-mqtt/bench";
const PAYLOAD = Buffer.from("21.5");
const MAX_PACKET_ID = 65_535;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { messages: { type: "string", default: "10000" } } });
  const messages = Number(values.messages);
  // A queue that is never full: what is lost is then the tap's doing.
  await using broker = await startNative({ config: ["log_type error", "max_queued_messages 0"] });
  const journal = new Journal();
  const tap = new Tap(journal, broker.address);
  try {
    const tapped = await tap.line("bench", "publisher");
    await roundTrips(broker.address, tapped.address, messages);
    await flood(tap, journal, messages);
  } finally {
    await tap.close();
  }
}

async function roundTrips(direct: Address, tapped: Address, messages: number): Promise<void> {
  const ways = [
    { name: "direct", client: new RawClient("direct", "bench-direct", direct, {}), ms: [] as number[] },
    { name: "tapped", client: new RawClient("tapped", "bench-tapped", tapped, {}), ms: [] as number[] },
  ] as const;
  for (const { client } of ways) await client.connect();
  // Unmeasured: by then both are compiled.
  for (const { client } of ways) await block(client, []);
  for (let done = 0; done < messages; done += BLOCK)
    for (const { client, ms } of ways) await block(client, ms);
  for (const { client } of ways) await client.disconnect();
  const [without, with_] = ways.map(({ ms }) => ms.sort((a, b) => a - b));
  const at = (ms: readonly number[] = [], share: number) => ms[Math.floor(ms.length * share)] ?? NaN;
  const row = (name: string, share: number) => {
    const [a, b] = [at(without, share), at(with_, share)];
    console.log(
      `${name.padEnd(16)} ${a.toFixed(3)} ms direct  ${b.toFixed(3)} ms tapped  ${(b / a).toFixed(2)} times  +${(b - a).toFixed(3)} ms`,
    );
  };
  console.log(`QoS 1, PUBLISH to PUBACK, ${messages} round trips each way`);
  row("median", 0.5);
  row("99th percentile", 0.99);
}

async function block(client: RawClient, ms: number[]): Promise<void> {
  for (let i = 0; i < BLOCK; i++) {
    const packetId = i + 1;
    const began = performance.now();
    client.publish(TOPIC, PAYLOAD, { qos: 1, packetId });
    await client.expect("PUBACK", { packetId });
    ms.push(performance.now() - began);
  }
}

/** Everything at once: what was published, what the subscriber got, and what the journal has of both. */
async function flood(tap: Tap, journal: Journal, messages: number): Promise<void> {
  const seen = journal.entries.length;
  const [subscriberLine, publisherLine] = [
    await tap.line("bench", "reader"),
    await tap.line("bench", "writer"),
  ];
  const reader = new RawClient("reader", "bench-reader", subscriberLine.address, {});
  const writer = new RawClient("writer", "bench-writer", publisherLine.address, {});
  await Promise.all([reader.connect(), writer.connect()]);
  await reader.subscribe({ [TOPIC]: 0 });
  const began = performance.now();
  for (let i = 0; i < messages; i++)
    writer.publish(TOPIC, Buffer.from(`${i}`), { qos: 1, packetId: (i % MAX_PACKET_ID) + 1 });
  let received = 0;
  for (; received < messages; received++) await reader.expect("PUBLISH", {}, 10_000);
  const took = performance.now() - began;
  const recorded = journal.entries
    .slice(seen)
    .filter(
      (entry) => entry.source === "wire" && entry.event === "packet" && entry.packet.type === "PUBLISH",
    ).length;
  console.log(
    `${messages} messages at once: ${received} received, ${recorded} of ${2 * messages} in the journal, ${((messages / took) * 1000).toFixed(0)} messages/s`,
  );
  await Promise.all([reader.drop(), writer.drop()]);
}

void main();

import { exercise } from "../../src/exercise/exercise";
import { leave } from "../../src/exercise/leave";
import type { RawClient } from "../../src/exercise/raw-client";
import type { Stage } from "../../src/exercise/stage";
import type { QoS } from "../../src/evidence/wire/mqtt/packet";
import { logTellsWire } from "../../src/judge/claims/log-tells-wire";
import { asPublished, dupNotPassedOn, receivedInOrder, retainNotPassedOn } from "./flag-claims";
import { brokersOwn, growsByOne, noneAtQos0, publishersOwn } from "./packet-id-claims";
import { receivedLines, sendingLines } from "./line-claims";

interface Message {
  readonly qos: QoS;
  readonly packetId?: number;
  readonly dup?: boolean;
  readonly retain?: boolean;
}

/** In a row, on one topic. The publisher's packet identifiers are none that a broker would come to by itself. */
const SERIES: readonly Message[] = [
  { qos: 0 },
  { qos: 0 },
  { qos: 0 },
  { qos: 1, packetId: 312 },
  { qos: 1, packetId: 977 },
  // Says that it was sent before. It was not, but a network that lost the first copy looks the same to the broker.
  { qos: 1, packetId: 313, dup: true },
  { qos: 2, packetId: 1312 },
  { qos: 2, packetId: 1977 },
  { qos: 2, packetId: 1313 },
];

/** The last one has RETAIN set, where the broker takes such messages. */
function series(stage: Stage): readonly Message[] {
  if (!stage.broker.capabilities.has("retain")) return SERIES;
  return [...SERIES, { qos: 1, packetId: 4242, retain: true }];
}

async function publish(stage: Stage, publisher: RawClient, message: Message, i: number): Promise<void> {
  const { qos, packetId } = message;
  publisher.publish(stage.topic("series"), stage.payload(`message ${i + 1}`), message);
  if (qos === 1) await publisher.expect("PUBACK", { packetId: packetId ?? 0 });
  if (qos !== 2) return;
  await publisher.expect("PUBREC", { packetId: packetId ?? 0 });
  publisher.ack("pubrel", packetId);
  await publisher.expect("PUBCOMP", { packetId: packetId ?? 0 });
}

/** Acknowledges only now, so that as many deliveries as the broker allows were open at once. */
async function acknowledge(reader: RawClient, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const { qos, packetId } = await reader.expect("PUBLISH");
    if (qos === 1) reader.ack("puback", packetId);
    if (qos !== 2) continue;
    reader.ack("pubrec", packetId);
    await reader.expect("PUBREL", { packetId: packetId ?? 0 });
    reader.ack("pubcomp", packetId);
  }
}

export const publishParameters = exercise({
  id: "4-publish-parameters",
  section: "4",
  title: { en: "What d, q, r and m stand for", fr: "Ce que désignent d, q, r et m" },
  asks: {
    en: "What do dx, q0, q1, q2, r0, r1 and mx mean? Send several messages in a row on one topic: how do they evolve?",
    fr: "Que signifient dx, q0, q1, q2, r0, r1 et mx ? Envoyez plusieurs messages à la suite sur le même topic : comment évoluent-ils ?",
  },
  needs: ["qos1", "qos2"],
  async play(stage) {
    const messages = series(stage);
    const [subscriber, reader, publisher] = await Promise.all([
      stage.client("subscriber"),
      stage.raw("reader"),
      stage.raw("publisher"),
    ]);
    await Promise.all([reader.connect(), publisher.connect()]);
    const filter = { [stage.topic("series")]: 2 } as const;
    await Promise.all([subscriber.subscribe(filter), reader.subscribe(filter)]);
    for (const [i, message] of messages.entries()) await publish(stage, publisher, message, i);
    await Promise.all([publisher.fence(), reader.fence(), subscriber.messages(messages.length)]);
    await acknowledge(reader, messages.length);
    await Promise.all([subscriber.fence(), reader.fence()]);
    await Promise.all([leave(publisher), leave(subscriber), leave(reader)]);
  },
  claims: [
    publishersOwn,
    noneAtQos0,
    brokersOwn,
    growsByOne,
    asPublished,
    dupNotPassedOn,
    retainNotPassedOn,
    receivedInOrder,
    receivedLines,
    sendingLines,
    logTellsWire(),
  ],
});

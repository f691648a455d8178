import type { Client } from "../../src/exercise/client";
import { exercise } from "../../src/exercise/exercise";
import type { Stage } from "../../src/exercise/stage";
import type { QoS } from "../../src/evidence/wire/mqtt/packet";
import { logTellsWire } from "../../src/judge/claims/log-tells-wire";
import { packetsPerMessage } from "./cost-claims";
import { latencies, LEVELS, publisherOf, subscriberOf, TIMED } from "./latency";

/** Messages whose packets are counted. */
const COUNTED = 3;

/** Milliseconds for what is timed, at each QoS. */
const ENOUGH = 1000;

/** One QoS: first what is counted, with nothing else on either connection; then what is timed. */
async function playLevel(stage: Stage, qos: QoS): Promise<void> {
  const subscriber = await stage.client(subscriberOf(qos));
  await subscriber.subscribe({ [stage.topic(`counted-${qos}`)]: qos, [stage.topic(`timed-${qos}`)]: qos });
  const publisher = await stage.client(publisherOf(qos));
  await publisher.fence();
  await subscriber.fence();
  await messages(stage, { publisher, subscriber, qos, name: `counted-${qos}`, count: COUNTED });
  await publisher.fence();
  await subscriber.fence();
  await messages(stage, { publisher, subscriber, qos, name: `timed-${qos}`, count: TIMED, within: ENOUGH });
  await publisher.disconnect();
  await subscriber.disconnect();
}

interface Series {
  readonly publisher: Client;
  readonly subscriber: Client;
  readonly qos: QoS;
  readonly name: string;
  readonly count: number;
  /** Milliseconds after which no further message leaves: on a slow link fewer are enough. */
  readonly within?: number;
}

/** One message after another: the next leaves when this one has arrived and its exchange is over. */
async function messages(
  stage: Stage,
  { publisher, subscriber, qos, name, count, within = Infinity }: Series,
): Promise<void> {
  const end = performance.now() + within;
  for (let n = 1; n <= count && performance.now() < end; n++) {
    const before = subscriber.received.length;
    await publisher.publish(stage.topic(name), stage.payload(`${n}`), { qos });
    await subscriber.messages(before + 1);
    // At QoS 0 the subscriber has nothing to say, and TCP puts its acknowledgement off for up to 40 ms, for which the
    // broker's next packet waits (Nagle). That is not what this is to time: let something carry the acknowledgement.
    if (qos === 0 && name.startsWith("timed"))
      await subscriber.publish(stage.topic("nobody"), "", { qos: 0 });
  }
}

export const cost = exercise({
  id: "2.5-cost",
  section: "2.5",
  title: { en: "What each QoS costs", fr: "Ce que coûte chaque QoS" },
  asks: {
    en: "How does the QoS change latency and the number of packets between client and broker?",
    fr: "Comment la QoS influe-t-elle sur la latence et sur le nombre de paquets échangés entre le client et le broker ?",
  },
  needs: ["qos1", "qos2"],
  pace: "quiet",
  async play(stage) {
    for (const qos of LEVELS) await playLevel(stage, qos);
  },
  claims: [...LEVELS.flatMap((qos) => packetsPerMessage(qos, COUNTED)), logTellsWire()],
  measure: latencies,
});

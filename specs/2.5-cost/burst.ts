/** Many messages on two topics, each QoS on connections of its own. */
import { abreast } from "../../src/exercise/abreast";
import type { Client } from "../../src/exercise/client";
import type { Stage } from "../../src/exercise/stage";
import type { QoS } from "../../src/evidence/wire/mqtt/packet";

export const LEVELS: readonly QoS[] = [0, 1, 2];

/** Messages at each QoS. */
export const COUNT = 50;

/** Milliseconds after which a burst on a slow link begins no further message: it is long enough by then. */
const ENOUGH = 4000;

export const TOPICS = ["left", "right"] as const;

export const publisherOf = (qos: QoS): string => `pub-${qos}`;
export const subscriberOf = (qos: QoS): string => `sub-${qos}`;

/** Name of a topic: one for each QoS, so that the claims tell them apart. */
export const topicOf = (qos: QoS, name: string): string => `${name}-${qos}`;

/**
 * Messages on their way at once. A broker may queue no more than ten for a subscriber; at QoS 2 it may take one at a
 * time from a publisher and drop the others (max_inflight_messages 1).
 */
const WINDOW: Readonly<Record<QoS, number>> = { 0: 8, 1: 8, 2: 1 };

export async function playBurst(stage: Stage): Promise<void> {
  await abreast(...LEVELS.map((qos) => playLevel(stage, qos)));
}

async function playLevel(stage: Stage, qos: QoS): Promise<void> {
  const subscriber = await stage.client(subscriberOf(qos));
  const topics = TOPICS.map((name) => stage.topic(topicOf(qos, name)));
  await subscriber.subscribe(Object.fromEntries(topics.map((topic) => [topic, qos])));
  const publisher = await stage.client(publisherOf(qos));
  await burst(stage, publisher, subscriber, qos);
  await publisher.fence();
  await subscriber.fence();
  await publisher.disconnect();
  await subscriber.disconnect();
}

/** Never more than a window ahead of what the subscriber has received. */
async function burst(stage: Stage, publisher: Client, subscriber: Client, qos: QoS): Promise<void> {
  const sending: Promise<void>[] = [];
  const end = performance.now() + ENOUGH;
  for (let n = 0; n < COUNT && performance.now() < end; n++) {
    await subscriber.messages(Math.max(0, n + 1 - WINDOW[qos]));
    const topic = stage.topic(topicOf(qos, TOPICS[n % TOPICS.length] ?? TOPICS[0]));
    const sent = publisher.publish(topic, stage.payload(`${n + 1}`), { qos });
    if (WINDOW[qos] === 1) await sent;
    // Awaited below; until then it may fail while a message is waited for.
    sent.catch(() => undefined);
    sending.push(sent);
  }
  await abreast(...sending, subscriber.messages(sending.length));
}

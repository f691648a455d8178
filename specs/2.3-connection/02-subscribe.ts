import type { Client } from "../../src/exercise/client";
import { exercise } from "../../src/exercise/exercise";
import type { Stage } from "../../src/exercise/stage";
import { logTellsWire } from "../../src/judge/claims/log-tells-wire";
import { loggedExchange, loggedFilters, loggedUnsubscriptions } from "./subscribe-log-claims";
import { deliveredByFilter, othersUntouched, replaced } from "./subscription-claims";
import { grantedInOrder, onlyValidCodes, subacks } from "./suback-claims";
import { comparedByCharacter, nothingAfterwards, startedIsCompleted } from "./unsubscribe-claims";
import { unsubacks, unsubackForUnknown } from "./unsubscribe-claims";

/** Publishes one message a topic, and waits until the subscriber has `count` messages in all. */
async function round(
  stage: Stage,
  name: string,
  topics: readonly string[],
  { publisher, subscriber, count }: { publisher: Client; subscriber: Client; count: number },
): Promise<void> {
  for (const topic of topics) {
    await publisher.publish(stage.topic(topic), stage.payload(`${name} ${topic}`), { qos: 1 });
  }
  await publisher.fence();
  await subscriber.messages(count);
  await subscriber.fence();
}

/** A delivery at QoS 2 has begun when its subscription ends. */
async function underway(stage: Stage, publisher: Client): Promise<void> {
  const subscriber = await stage.raw("underway");
  await subscriber.connect();
  await subscriber.subscribe({ [stage.topic("underway")]: 2 });
  await publisher.publish(stage.topic("underway"), stage.payload("underway"), { qos: 2 });
  const { packetId } = await subscriber.expect("PUBLISH");
  subscriber.send({ cmd: "unsubscribe", messageId: 2, unsubscriptions: [stage.topic("underway")] });
  await subscriber.expect("UNSUBACK");
  subscriber.ack("pubrec", packetId);
  await subscriber.expect("PUBREL");
  subscriber.ack("pubcomp", packetId);
  await subscriber.fence();
  await subscriber.disconnect();
}

export const subscribe = exercise({
  id: "2.3-subscribe",
  section: "2.3",
  title: { en: "SUBSCRIBE and UNSUBSCRIBE", fr: "SUBSCRIBE et UNSUBSCRIBE" },
  asks: {
    en: "Watch the packets of a subscription (SUBSCRIBE and SUBACK), and of its end.",
    fr: "Observez les paquets échangés lors de l’abonnement (SUBSCRIBE et SUBACK) et du désabonnement.",
  },
  needs: ["qos1", "qos2"],
  async play(stage) {
    const subscriber = await stage.client("subscriber");
    const publisher = await stage.client("publisher");
    const both = { publisher, subscriber };
    await subscriber.subscribe({ [stage.topic("a")]: 0, [stage.topic("b")]: 2, [stage.topic("c")]: 1 });
    await round(stage, "subscribed", ["a", "b", "c"], { ...both, count: 3 });
    // Filters that match what is subscribed, or all but one letter of it, and are not it.
    await subscriber.unsubscribe(stage.topic("+"), stage.topic("B"));
    await round(stage, "compared", ["a", "b", "c"], { ...both, count: 6 });
    await subscriber.unsubscribe(stage.topic("never"), stage.topic("b"));
    await round(stage, "unsubscribed", ["b", "a", "c"], { ...both, count: 8 });
    await subscriber.subscribe({ [stage.topic("a")]: 1 });
    await round(stage, "replaced", ["a"], { ...both, count: 9 });
    await underway(stage, publisher);
    await publisher.disconnect();
    await subscriber.disconnect();
  },
  claims: [
    subacks,
    grantedInOrder,
    onlyValidCodes,
    deliveredByFilter,
    replaced,
    unsubacks,
    unsubackForUnknown,
    comparedByCharacter,
    nothingAfterwards,
    othersUntouched,
    startedIsCompleted,
    loggedExchange,
    loggedFilters,
    loggedUnsubscriptions,
    logTellsWire(),
  ],
});

import { abreast } from "../../src/exercise/abreast";
import { exercise } from "../../src/exercise/exercise";
import type { Stage } from "../../src/exercise/stage";
import type { QoS } from "../../src/evidence/wire/mqtt/packet";
import { logTellsWire } from "../../src/judge/claims/log-tells-wire";
import { eachOnce, highestOfOverlapping, pair } from "./matrix-claims";

const LEVELS: readonly QoS[] = [0, 1, 2];

/** Three messages to three subscribers: each subscriber asks for one QoS, each message has one. */
async function playPairs(stage: Stage): Promise<void> {
  const topics = LEVELS.map((qos) => stage.topic(`published-${qos}`));
  const subscribers = await Promise.all(
    LEVELS.map(async (qos) => {
      const subscriber = await stage.client(`at-${qos}`);
      await subscriber.subscribe(Object.fromEntries(topics.map((topic) => [topic, qos])));
      return subscriber;
    }),
  );
  const publisher = await stage.client("publisher");
  for (const qos of LEVELS) {
    await publisher.publish(stage.topic(`published-${qos}`), stage.payload(`at QoS ${qos}`), { qos });
  }
  await publisher.fence();
  await abreast(
    publisher.disconnect(),
    ...subscribers.map(async (subscriber) => {
      await subscriber.messages(LEVELS.length);
      await subscriber.fence();
      await subscriber.disconnect();
    }),
  );
}

/** One message that two subscriptions of one client match, at different QoS. */
async function playOverlap(stage: Stage): Promise<void> {
  const subscriber = await stage.client("overlapping");
  await subscriber.subscribe({ [stage.topic("overlap/#")]: 2, [stage.topic("overlap/+")]: 1 });
  const publisher = await stage.client("over-publisher");
  await publisher.publish(stage.topic("overlap/here"), stage.payload("overlap"), { qos: 2 });
  await publisher.fence();
  await subscriber.messages(1);
  // The first PINGRESP shows that the first copy's acknowledgement has gone out; a broker with one message in flight
  // sends the second copy for it, and the second PINGRESP comes behind that.
  await subscriber.fence();
  await subscriber.fence();
  await publisher.disconnect();
  await subscriber.disconnect();
}

export const qosMatrix = exercise({
  id: "2.4-qos-matrix",
  section: "2.4",
  title: { en: "QoS of the publisher, QoS of the subscriber", fr: "QoS de l’émetteur, QoS de l’abonné" },
  asks: {
    en: "Publish at each QoS to subscribers of each QoS: at which QoS does the message arrive?",
    fr: "Publiez avec chaque QoS vers des abonnés de chaque QoS : avec quelle QoS le message arrive-t-il ?",
  },
  needs: ["qos1", "qos2"],
  play: (stage) => abreast(playPairs(stage), playOverlap(stage)),
  claims: [
    ...LEVELS.flatMap((published) => LEVELS.map((subscribed) => pair(published, subscribed))),
    eachOnce,
    highestOfOverlapping,
    logTellsWire(),
  ],
});

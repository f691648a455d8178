import type { Client } from "../../src/exercise/client";
import { exercise } from "../../src/exercise/exercise";
import { leave } from "../../src/exercise/leave";
import type { RawClient } from "../../src/exercise/raw-client";
import type { Stage } from "../../src/exercise/stage";
import type { QoS } from "../../src/evidence/wire/mqtt/packet";
import { logTellsWire } from "../../src/judge/claims/log-tells-wire";
import { acceptedMeanwhile, asFirstDelivery, deliveredOnce, loggedAfterReturn } from "./queue-claims";
import { sessionKept, subscriptionKept, waits, whateverOfQos0 } from "./queue-claims";

/** Messages at each QoS: together fewer than the ten that a broker with a small queue keeps. */
const EACH = 3;

/** Publishes while the subscribers are away. */
async function publishToNobody(publisher: Client, stage: Stage): Promise<void> {
  for (let n = 1; n <= EACH; n++) {
    for (const qos of [0, 1, 2] satisfies QoS[]) {
      await publisher.publish(stage.topic(`qos-${qos}`), stage.payload(`message ${n} at QoS ${qos}`), {
        qos,
      });
    }
  }
  await publisher.fence();
}

/** Takes `count` messages, each to the end of its exchange before the next. */
async function catchUp(subscriber: RawClient, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const { qos, packetId } = await subscriber.expect("PUBLISH");
    if (qos === 1) subscriber.ack("puback", packetId);
    if (qos === 2) {
      subscriber.ack("pubrec", packetId);
      await subscriber.expect("PUBREL");
      subscriber.ack("pubcomp", packetId);
    }
  }
  await subscriber.fence();
}

export const offlineQueue = exercise({
  id: "2.4-offline-queue",
  section: "2.4",
  title: { en: "What waits for an absent subscriber", fr: "Ce qui attend un abonné absent" },
  asks: {
    en: "Publish at each QoS while a subscriber with clean session 0 is away: what does it get when it returns?",
    fr: "Publiez avec chaque QoS pendant l’absence d’un abonné connecté avec clean session à 0 : que reçoit-il à son retour ?",
  },
  needs: ["qos1", "qos2"],
  async play(stage) {
    const subscriber = await stage.client("subscriber", { clean: false });
    await subscriber.subscribe({
      [stage.topic("qos-1")]: 2,
      [stage.topic("qos-2")]: 2,
      [stage.topic("later")]: 2,
    });
    await leave(subscriber);
    // A session of its own: where QoS 0 is kept at all, it takes up room in the queue.
    const careless = await stage.raw("careless");
    await careless.connect({ clean: false });
    await careless.subscribe({ [stage.topic("qos-0")]: 2 });
    await leave(careless);
    const publisher = await stage.client("publisher");
    await publishToNobody(publisher, stage);

    const back = await stage.raw("careless-back", careless.id);
    await back.connect({ clean: false });
    await back.fence();
    await back.disconnect();
    const returned = await stage.raw("returned", subscriber.id);
    await returned.connect({ clean: false });
    await catchUp(returned, 2 * EACH);
    await leave(returned);

    await subscriber.connect({ clean: false });
    await subscriber.fence();
    await publisher.publish(stage.topic("later"), stage.payload("after the return"), { qos: 1 });
    await publisher.disconnect();
    await subscriber.messages(1);
    await subscriber.fence();
    await subscriber.disconnect();
  },
  claims: [
    acceptedMeanwhile,
    sessionKept,
    waits(1),
    waits(2),
    asFirstDelivery,
    deliveredOnce,
    whateverOfQos0,
    subscriptionKept,
    loggedAfterReturn,
    logTellsWire(),
  ],
});

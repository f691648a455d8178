import { setTimeout as delay } from "node:timers/promises";
import { abreast } from "../../src/exercise/abreast";
import { exercise } from "../../src/exercise/exercise";
import { leave } from "../../src/exercise/leave";
import type { Stage } from "../../src/exercise/stage";
import { packetFor, within } from "../../src/exercise/wait";
import { logTellsWire } from "../../src/judge/claims/log-tells-wire";
import { comesAgain, doneWith, firstTime, inOrder, kept, notOnLive } from "./redelivery-claims";
import { loggedAgain, markedAsDuplicate, samePacketId } from "./redelivery-claims";
import { acknowledgedAgain, countedAgain, dupNotPassedOn } from "./repetition-claims";

/** Messages that the subscriber leaves without an answer. */
const COUNT = 3;

/** Milliseconds for which the subscriber leaves the broker without an answer: only time shows a repetition by timer. */
const WATCHED = 1200;

/** What the repeating publisher numbers its message: nothing that a broker would pick by itself. */
const PACKET_ID = 312;

/** A subscriber that acknowledges nothing, is cut off, and comes back as the roles `returned` and `later`. */
async function playSubscriber(stage: Stage): Promise<void> {
  const subscriber = await stage.raw("subscriber");
  await subscriber.connect({ clean: false });
  await subscriber.subscribe({ [stage.topic("unanswered")]: 1 });
  const publisher = await stage.client("publisher");
  for (let n = 1; n <= COUNT; n++) {
    await publisher.publish(stage.topic("unanswered"), stage.payload(`message ${n}`), { qos: 1 });
  }
  await publisher.fence();
  await subscriber.expect("PUBLISH");
  // All that the broker sends at first has come by the answer; what it sends again, it sends after its own time.
  await subscriber.fence();
  await publisher.disconnect();
  await delay(WATCHED);
  await subscriber.fence();
  await subscriber.line.cut();

  const returned = await stage.raw("returned", subscriber.id);
  await returned.connect({ clean: false });
  for (let n = 1; n <= COUNT; n++) {
    const { packetId } = await returned.expect("PUBLISH");
    returned.ack("puback", packetId);
  }
  await returned.fence();
  await leave(returned);

  const later = await stage.raw("later", subscriber.id);
  await later.connect({ clean: false });
  await later.fence();
  await later.disconnect();
}

/** A publisher that never gets its PUBACK, and publishes again as the role `repeated`. */
async function playPublisher(stage: Stage): Promise<void> {
  const observer = await stage.client("observer");
  await observer.subscribe({ [stage.topic("repeated")]: 1 });
  const message = [stage.topic("repeated"), stage.payload("repeated")] as const;
  const unlucky = await stage.raw("unlucky");
  await unlucky.connect({ clean: false });
  const cut = unlucky.line.rules.cutAt({ from: "broker", type: "PUBACK" }, { lose: true });
  unlucky.publish(...message, { qos: 1, packetId: PACKET_ID });
  await within(cut, packetFor("PUBACK", unlucky.role));

  const repeated = await stage.raw("repeated", unlucky.id);
  await repeated.connect({ clean: false });
  repeated.publish(...message, { qos: 1, dup: true, packetId: PACKET_ID });
  await repeated.expect("PUBACK");
  await repeated.fence();
  await repeated.disconnect();
  await observer.messages(2);
  await observer.fence();
  await observer.disconnect();
}

export const qos1Redelivery = exercise({
  id: "2.4-qos1-redelivery",
  section: "2.4",
  title: {
    en: "QoS 1: what was not acknowledged comes again",
    fr: "QoS 1 : ce qui n’a pas été acquitté revient",
  },
  asks: {
    en: "What happens at QoS 1 when the connection is lost before the PUBACK?",
    fr: "Que se passe-t-il en QoS 1 lorsque la connexion est perdue avant le PUBACK ?",
  },
  needs: ["qos1"],
  play: (stage) => abreast(playSubscriber(stage), playPublisher(stage)),
  claims: [
    firstTime,
    notOnLive,
    kept,
    comesAgain,
    samePacketId,
    markedAsDuplicate,
    inOrder,
    doneWith,
    loggedAgain,
    acknowledgedAgain,
    countedAgain,
    dupNotPassedOn,
    logTellsWire(),
  ],
});

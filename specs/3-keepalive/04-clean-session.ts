import { abreast } from "../../src/exercise/abreast";
import type { Client } from "../../src/exercise/client";
import { exercise } from "../../src/exercise/exercise";
import { leave } from "../../src/exercise/leave";
import type { Stage } from "../../src/exercise/stage";
import { logTellsWire } from "../../src/judge/claims/log-tells-wire";
import { cleanFindsNothing, discarded, subscriptionGone } from "./discarded-claims";
import { firstVisit, logged, neverKept, queued, resumed, subscriptionKept } from "./session-claims";

/** Publishes at QoS 1 and returns when the broker has it. */
type Publish = (name: string, label: string) => Promise<void>;

function publishing(stage: Stage, publisher: Client): Publish {
  return (name, label) => publisher.publish(stage.topic(name), stage.payload(label), { qos: 1 });
}

/** c0, c0, c1, c0: in the order of the sheet's questions. Each visit ends before anything else is published. */
async function visitFourTimes(stage: Stage, publish: Publish): Promise<void> {
  const keeper = await stage.client("keeper", { clean: false });
  await keeper.subscribe({ [stage.topic("kept")]: 1 });
  await leave(keeper);
  await publish("kept", "while away");
  await keeper.connect({ clean: false });
  await keeper.messages(1);
  await publish("kept", "while back");
  await keeper.messages(2);
  await keeper.fence();
  await leave(keeper);
  await publish("kept", "before the clean session");
  await keeper.connect({ clean: true });
  await publish("kept", "during the clean session");
  await keeper.fence();
  await leave(keeper);
  await publish("kept", "after the clean session");
  await keeper.connect({ clean: false });
  await publish("kept", "at the end");
  await keeper.fence();
  await leave(keeper);
}

/** c1, and then c0 with the same client id. */
async function visitTwice(stage: Stage, publish: Publish): Promise<void> {
  const visitor = await stage.client("visitor", { clean: true });
  await visitor.subscribe({ [stage.topic("clean")]: 1 });
  await leave(visitor);
  await publish("clean", "while away");
  await visitor.connect({ clean: false });
  await publish("clean", "while back");
  await visitor.fence();
  await leave(visitor);
}

export const cleanSession = exercise({
  id: "3-clean-session",
  section: "3",
  title: { en: "What a clean session forgets", fr: "Ce qu’une clean session oublie" },
  asks: {
    en: "What does the parameter clean session of a CONNECT mean, and what is its effect?",
    fr: "Que signifie le paramètre clean session dans un message CONNECT et quel est son effet ?",
  },
  needs: ["qos1"],
  async play(stage) {
    const publisher = await stage.client("publisher");
    const publish = publishing(stage, publisher);
    await abreast(visitFourTimes(stage, publish), visitTwice(stage, publish));
    await publisher.disconnect();
  },
  claims: [
    firstVisit,
    resumed,
    subscriptionKept,
    queued,
    cleanFindsNothing,
    discarded,
    subscriptionGone,
    neverKept,
    logged,
    logTellsWire(),
  ],
});

import { abreast } from "../../src/exercise/abreast";
import { exercise } from "../../src/exercise/exercise";
import { leave } from "../../src/exercise/leave";
import type { RawClient } from "../../src/exercise/raw-client";
import type { Stage } from "../../src/exercise/stage";
import { closeOf, within } from "../../src/exercise/wait";
import { logTellsWire } from "../../src/judge/claims/log-tells-wire";
import { firstClosed, logged, secondLives, sessionGoesOn } from "./takeover-claims";

/** Connects `role` under the client id of `first`, and waits until the broker has closed `first`. */
async function displace(stage: Stage, first: RawClient, role: string, clean: boolean): Promise<RawClient> {
  const second = await stage.raw(role, first.id);
  await second.connect({ clean });
  await within(first.closed, closeOf(first.role));
  await second.fence();
  return second;
}

/** Two clients with c1: there is no session to pass on, so whatever is logged is about the connection. */
async function withoutSession(stage: Stage): Promise<void> {
  const first = await stage.raw("first");
  await first.connect();
  await leave(await displace(stage, first, "second", true));
}

/** Two clients with c0: the second goes on with the session of the first. */
async function withSession(stage: Stage): Promise<void> {
  const [holder, publisher] = await Promise.all([stage.raw("holder"), stage.client("publisher")]);
  await holder.connect({ clean: false });
  await holder.subscribe({ [stage.topic("inherited")]: 0 });
  const heir = await displace(stage, holder, "heir", false);
  await publisher.publish(stage.topic("inherited"), stage.payload("to the heir"));
  await heir.expect("PUBLISH");
  await Promise.all([leave(heir), leave(publisher)]);
}

export const takeover = exercise({
  id: "3-takeover",
  section: "3",
  title: {
    en: "A client id belongs to one connection at a time",
    fr: "Un identifiant de client n’appartient qu’à une connexion à la fois",
  },
  asks: {
    en: "What does the broker do when a second client connects with the client id of a first one?",
    fr: "Que fait le broker quand un second client se connecte avec l’identifiant d’un premier ?",
  },
  play: (stage) => abreast(withoutSession(stage), withSession(stage)),
  claims: [firstClosed, secondLives, sessionGoesOn, logged, logTellsWire()],
});

import type { Client } from "../../src/exercise/client";
import { exercise } from "../../src/exercise/exercise";
import { leave } from "../../src/exercise/leave";
import type { Stage } from "../../src/exercise/stage";
import { logTellsWire } from "../../src/judge/claims/log-tells-wire";
import {
  onlyTheSession,
  queuedAsOrdinary,
  retainedStays,
  retainedSurvives,
  sessionDiscarded,
} from "./session-claims";

/** Someone comes with c1, subscribes to what the absent client is subscribed to, and goes when `count` messages came. */
async function stranger(stage: Stage, role: string, count: number): Promise<void> {
  const client = await stage.client(role, { clean: true });
  await client.subscribe({ [stage.topic("note")]: 1, [stage.topic("board")]: 1 });
  await client.messages(count);
  await client.fence();
  await leave(client);
}

/** One message for whoever is subscribed, and one that is also retained; from a client that comes and goes with c1. */
async function publishBoth(stage: Stage, role: string): Promise<void> {
  const publisher = await stage.client(role, { clean: true });
  await publisher.publish(stage.topic("note"), stage.payload(`note of ${role}`), { qos: 1 });
  await publisher.publish(stage.topic("board"), stage.payload(`board of ${role}`), { qos: 1, retain: true });
  await leave(publisher);
}

async function comeBack(keeper: Client, clean: boolean, count: number): Promise<void> {
  await keeper.connect({ clean });
  await keeper.messages(count);
  await keeper.fence();
  await leave(keeper);
}

export const retainAndSession = exercise({
  id: "4.1-retain-and-session",
  section: "4.1",
  title: {
    en: "Retained messages are not part of a session",
    fr: "Les messages retenus ne font pas partie d’une session",
  },
  asks: {
    en: "How do clean session and the retain flag differ in MQTT?",
    fr: "En quoi la clean session et le retain flag diffèrent-ils dans MQTT ?",
  },
  needs: ["retain", "qos1"],
  async play(stage) {
    const keeper = await stage.client("keeper", { clean: false });
    await keeper.subscribe({ [stage.topic("note")]: 1, [stage.topic("board")]: 1 });
    await leave(keeper);
    await publishBoth(stage, "publisher");
    await stranger(stage, "stranger", 1);
    await comeBack(keeper, false, 2);
    await publishBoth(stage, "publisher-2");
    // With c1 the session goes, with both copies that wait in it. What is retained belongs to no session.
    await comeBack(keeper, true, 2);
    await stranger(stage, "stranger-2", 1);
  },
  claims: [
    retainedSurvives,
    onlyTheSession,
    queuedAsOrdinary,
    sessionDiscarded,
    retainedStays,
    logTellsWire(),
  ],
});

import { abreast } from "../../src/exercise/abreast";
import type { Client } from "../../src/exercise/client";
import { exercise } from "../../src/exercise/exercise";
import { leave } from "../../src/exercise/leave";
import type { Stage } from "../../src/exercise/stage";
import type { QoS } from "../../src/evidence/wire/mqtt/packet";
import { logTellsWire } from "../../src/judge/claims/log-tells-wire";
import { cleared, clearedForNewcomers } from "./clearing-claims";
import { neverStored, notReplaced, qos0Replaces, replaced } from "./storing-claims";
import { lowerQos, sentAgain, toExisting, toNewcomer, wildcards } from "./subscriber-claims";

interface Playing {
  readonly stage: Stage;
  readonly publish: (name: string, label: string, options: { qos?: QoS; retain?: boolean }) => Promise<void>;
}

/** Publishes an empty payload for an empty label. Returns when the broker has the message, at QoS 0 too. */
function playing(stage: Stage, publisher: Client): Playing {
  return {
    stage,
    async publish(name, label, { qos = 1, retain = false }) {
      const payload = label === "" ? Buffer.alloc(0) : stage.payload(label);
      await publisher.publish(stage.topic(name), payload, { qos, retain });
      if (qos === 0) await publisher.fence();
    },
  };
}

/** A client that subscribes only now, and waits for as many messages; the fence shows that there are no others. */
async function newcomer(
  { stage }: Playing,
  role: string,
  filter: string,
  count: number,
  qos: QoS = 1,
): Promise<void> {
  const client = await stage.client(role);
  await client.subscribe({ [stage.topic(filter)]: qos });
  await client.messages(count);
  await client.fence();
  await leave(client);
}

/** One topic's life: retained, passed by, replaced, cleared; someone was there from the beginning. */
async function life(playing: Playing): Promise<void> {
  const { stage, publish } = playing;
  const existing = await stage.client("existing");
  await existing.subscribe({ [stage.topic("life")]: 1 });
  await publish("life", "first", { retain: true });
  await newcomer(playing, "late-1", "life", 1);
  await publish("life", "passing", {});
  await newcomer(playing, "late-2", "life", 1);
  await publish("life", "second", { retain: true });
  await newcomer(playing, "late-3", "life", 1);
  await publish("life", "", { retain: true });
  await newcomer(playing, "late-4", "life", 0);
  await existing.messages(4);
  await existing.fence();
  await existing.disconnect();
}

async function withoutFlag(playing: Playing): Promise<void> {
  await playing.publish("plain", "not retained", {});
  await newcomer(playing, "plain", "plain", 0);
}

async function atQos0(playing: Playing): Promise<void> {
  await playing.publish("qos0", "at QoS 1", { retain: true });
  await playing.publish("qos0", "at QoS 0", { qos: 0, retain: true });
  await newcomer(playing, "qos0", "qos0", 1);
}

async function byWildcard(playing: Playing): Promise<void> {
  await playing.publish("rooms", "in the whole house", { retain: true });
  await playing.publish("rooms/kitchen", "in the kitchen", { retain: true });
  await playing.publish("rooms/cellar", "in the cellar", { retain: true });
  await abreast(newcomer(playing, "hash", "rooms/#", 3), newcomer(playing, "plus", "rooms/+", 2));
}

async function atLowerQos(playing: Playing): Promise<void> {
  const qos = playing.stage.broker.capabilities.has("qos2") ? 2 : 1;
  await playing.publish("levels", "at the highest QoS", { qos, retain: true });
  const levels = ([0, 1, 2] as const).filter((level) => level <= qos);
  await abreast(...levels.map((level) => newcomer(playing, `at-q${level}`, "levels", 1, level)));
}

/** The same SUBSCRIBE twice, then a live message: it is one subscription. */
async function again({ stage, publish }: Playing): Promise<void> {
  await publish("again", "kept", { retain: true });
  const client = await stage.client("again");
  await client.subscribe({ [stage.topic("again")]: 1 });
  await client.messages(1);
  await client.subscribe({ [stage.topic("again")]: 1 });
  await client.messages(2);
  await publish("again", "live", {});
  await client.messages(3);
  await client.fence();
  await client.disconnect();
}

export const retain = exercise({
  id: "4.1-retain",
  section: "4.1",
  title: { en: "What the retain flag does", fr: "Ce que fait le paramètre retain" },
  asks: {
    en: "Publish one message with retain and another on the same topic without. What is the difference? Then subscribe: what does the broker do in both cases?",
    fr: "Publiez un message avec retain et un autre sur le même topic sans ce paramètre. Quelle est la différence ? Souscrivez ensuite au topic : que fait le broker dans les deux cas ?",
  },
  needs: ["retain", "qos1"],
  async play(stage) {
    const [publisher, other] = await Promise.all([stage.client("publisher"), stage.client("publisher-q2")]);
    const parts = playing(stage, publisher);
    await abreast(
      life(parts),
      withoutFlag(parts),
      atQos0(parts),
      byWildcard(parts),
      // With max_inflight_messages 1 a client’s open QoS 2 message makes Mosquitto drop (rc151) whatever it publishes.
      atLowerQos(playing(stage, other)),
      again(parts),
    );
    await Promise.all([publisher.disconnect(), other.disconnect()]);
  },
  claims: [
    toExisting,
    toNewcomer,
    neverStored,
    notReplaced,
    replaced,
    qos0Replaces,
    cleared,
    clearedForNewcomers,
    wildcards,
    lowerQos,
    sentAgain,
    logTellsWire(),
  ],
});

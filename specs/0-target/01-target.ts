import { exercise } from "../../src/exercise/exercise";
import type { RawClient } from "../../src/exercise/raw-client";
import type { Stage } from "../../src/exercise/stage";
import { NotSeen } from "../../src/exercise/wait";
import { debugLines, caughtUp, connectionLines, lasts, lineOfProbe } from "./log-claims";
import { roomForAll } from "./room-claims";
import { answersInTls } from "./tls-claims";
import { acceptsUs, listens, speaksMqtt, stays, topicsAllowed } from "./broker-claims";

/** Milliseconds that a message has to come back to who published it, before it is published again. */
const ECHO_BOUND = 1500;

/** At QoS 0; should that get lost, which is for the exercises to judge, once more at QoS 1. */
async function publishToItself(stage: Stage, probe: RawClient): Promise<void> {
  const message = [stage.topic("probe"), stage.payload("probe")] as const;
  probe.publish(...message);
  if (await comesBack(probe, message[0])) return;
  probe.publish(...message, { qos: 1, packetId: 1 });
  await comesBack(probe, message[0]);
}

async function comesBack(probe: RawClient, topic: string): Promise<boolean> {
  try {
    for (;;) if ((await probe.expect("PUBLISH", {}, ECHO_BOUND)).topic === topic) return true;
  } catch (error) {
    if (error instanceof NotSeen) return false;
    throw error;
  }
}

/** MQTT 5 names the broker's limits and what it denies; a broker that does not speak it may close instead, and owes nothing. */
async function declareLimits(stage: Stage): Promise<void> {
  const client = await stage.raw("limits");
  try {
    const connack = await client.connect({ level: 5 });
    if (connack.code === 0) {
      // Only MQTT 5 tells a publisher that an access list denies it.
      client.publish(stage.topic("limits"), stage.payload("limits"), { qos: 1, packetId: 1 });
      await client.expect("PUBACK");
    }
    await client.drop();
  } catch (error) {
    if (!(error instanceof NotSeen)) throw error;
  }
}

/** Once with everything that a client can offer, and once to learn whether the broker still speaks TLS 1.2. */
async function greetInTls(stage: Stage): Promise<void> {
  if (!stage.broker.capabilities.has("tls")) return;
  await Promise.all([stage.handshake("tls"), stage.handshake("tls-1.2", { tls: { maxVersion: "TLSv1.2" } })]);
}

/**
 * What must hold before anything can be judged. One broken prerequisite is one failure with a diagnosis; what rests on
 * it is then skipped and refers to it.
 */
export const target = exercise({
  id: "0-target",
  section: "0",
  title: { en: "The broker and its log can be reached", fr: "Le broker et son journal sont accessibles" },
  asks: {
    en: "A client connects, publishes to itself and pings; each step is found in the log.",
    fr: "Un client se connecte, publie pour lui-même et envoie un ping ; chaque étape se retrouve dans le journal.",
  },
  async play(stage) {
    const probe = await stage.raw("probe");
    const connack = await probe.connect();
    if (connack.code !== 0) return;
    // The version is a retained message, and comes right after the SUBACK where the broker tells it.
    await probe.subscribe({ "$SYS/broker/version": 0, [stage.topic("probe")]: 1 });
    await publishToItself(stage, probe);
    await probe.fence();
    await probe.disconnect();
    await Promise.all([declareLimits(stage), greetInTls(stage)]);
  },
  claims: [
    listens,
    speaksMqtt,
    acceptsUs,
    stays,
    roomForAll,
    topicsAllowed,
    answersInTls,
    lineOfProbe,
    connectionLines,
    debugLines,
    lasts,
    caughtUp,
  ],
});

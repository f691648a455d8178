/** Claims about what reached a subscriber. */
import { phrase, same } from "../../words/text";
import { equal, fail, inconclusive, pass, type Finding } from "../finding";
import type { Scene, Seen } from "../scene";
import { PACKET_ID } from "./acknowledged";

export const PAYLOAD = { en: "payload (hex)", fr: "contenu (hexadécimal)" };

/** Bytes of a payload shown when two differ. */
const SHOWN = 24;

export function payloadText(payload: Buffer): string {
  const hex = payload.subarray(0, SHOWN).toString("hex");
  return payload.length > SHOWN ? `${hex}… (${payload.length})` : `${hex} (${payload.length})`;
}

/**
 * The publication that the publisher sent and its one delivery to the subscriber, on the wire, byte for byte the same.
 * @returns both, for claims that look further
 */
export function delivered(
  scene: Scene,
  publisher: string,
  subscriber: string,
  topic?: string,
): { sent: Seen<"PUBLISH">; got: Seen<"PUBLISH"> } {
  const sent = scene.played("PUBLISH", { role: publisher, ...(topic === undefined ? {} : { topic }) });
  const where = { role: subscriber, after: sent, topic: sent.packet.topic };
  const got = scene.answered("PUBLISH", where, [sent]);
  return { sent, got };
}

/** The delivery carries the publication's topic and payload, byte for byte. */
export function sameContent(scene: Scene, publisher: string, subscriber: string): Finding {
  const { sent, got } = delivered(scene, publisher, subscriber);
  if (!got.packet.payload.equals(sent.packet.payload)) {
    fail(
      phrase`${PAYLOAD} ${payloadText(sent.packet.payload)}`,
      phrase`${PAYLOAD} ${payloadText(got.packet.payload)}`,
      sent,
      got,
    );
  }
  return pass(sent, got);
}

/** The subscriber's own library handed the message over once: the fence that followed leaves no room for another. */
export function handedOverOnce(scene: Scene, publisher: string, subscriber: string): Finding {
  const sent = scene.played("PUBLISH", { role: publisher });
  const got = scene.messages(subscriber, { topic: sent.packet.topic });
  const fence = lastFence(scene, subscriber);
  const [only] = got;
  if (only === undefined) {
    return fail(
      { en: "the message, once", fr: "le message, une fois" },
      { en: "no message", fr: "aucun message" },
      sent,
      fence,
    );
  }
  if (got.length > 1) {
    fail(
      { en: "the message, once", fr: "le message, une fois" },
      { en: `${got.length} times`, fr: `${got.length} fois` },
      sent,
      got,
    );
  }
  if (!only.payload.equals(sent.packet.payload)) {
    fail(
      phrase`${PAYLOAD} ${payloadText(sent.packet.payload)}`,
      phrase`${PAYLOAD} ${payloadText(only.payload)}`,
      sent,
      only,
    );
  }
  return pass(sent, only, fence);
}

/** The PINGRESP that closes an observation: what the broker had sent before it has been seen. */
export function lastFence(scene: Scene, role: string): Seen<"PINGRESP"> {
  const fence = scene.packets("broker", "PINGRESP", { role }).at(-1);
  return (
    fence ??
    inconclusive({
      en: `no PINGRESP closes the observation of “${role}”`,
      fr: `aucun PINGRESP ne clôt l’observation de « ${role} »`,
    })
  );
}

/** First deliveries at QoS 1 and 2 are not duplicates and carry a packet identifier (MQTT-2.3.1-1, MQTT-4.3.2-1). */
export function freshDelivery(scene: Scene, publisher: string, subscriber: string, qos: 0 | 1 | 2): Finding {
  const { sent, got } = delivered(scene, publisher, subscriber);
  equal(same("QoS"), got.packet.qos, qos, sent, got);
  equal(same("DUP"), got.packet.dup, false, sent, got);
  equal(same("RETAIN"), got.packet.retain, false, sent, got);
  if (qos > 0 && (got.packet.packetId ?? 0) === 0) {
    fail(phrase`${PACKET_ID} ≠ 0`, phrase`${PACKET_ID} = ${got.packet.packetId ?? 0}`, sent, got);
  }
  return pass(sent, got);
}

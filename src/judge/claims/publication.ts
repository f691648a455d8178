/** A publication on its way: what a client published, when the broker had taken it, and what of it reached whom. */
import type { Entry, MessageEntry } from "../../evidence/journal/entry";
import { describe } from "../../evidence/wire/mqtt/packet";
import { phrase, same, type Text } from "../../words/text";
import { equal, fail, inconclusive } from "../finding";
import type { Scene, Seen, Where } from "../scene";
import { PAYLOAD, payloadText } from "./delivery";
import { fenceAfter } from "./fence";

/** Whether the topic of a PUBLISH ends in the level or levels `name`: its first levels are another for each run. */
export function isOn(entry: Seen<"PUBLISH">, name: string): boolean {
  return entry.packet.topic.endsWith(`/${name}`);
}

/** What the role published on the topic `name`, in order. */
export function publications(scene: Scene, role: string, name: string): readonly Seen<"PUBLISH">[] {
  return scene.packets("client", "PUBLISH", { role }).filter((entry) => isOn(entry, name));
}

/** The n-th of them, counted from 1. Inconclusive when the exercise did not get there. */
export function publication(scene: Scene, role: string, name: string, n = 1): Seen<"PUBLISH"> {
  const nth: Text = { en: `PUBLISH ${n} on ${name}`, fr: `PUBLISH n° ${n} sur ${name}` };
  return publications(scene, role, name)[n - 1] ?? scene.unplayed(nth);
}

/** Where the publisher's exchange was over: the broker had the message by then. Inconclusive when it never was. */
export function taken(scene: Scene, sent: Seen<"PUBLISH">): Entry {
  const { role, connection, packet } = sent;
  if (packet.qos === 0) return fenceAfter(scene, role, sent);
  const last = packet.qos === 1 ? "PUBACK" : "PUBCOMP";
  const where = { role, connection, after: sent, packetId: packet.packetId };
  return (
    scene.packets("broker", last, where)[0] ??
    inconclusive({ en: `no ${last} for it`, fr: `aucun ${last} en réponse` }, sent)
  );
}

/** What the broker sent to the role on the topic `name`, in order. */
export function deliveries(
  scene: Scene,
  role: string,
  name: string,
  where: Where = {},
): readonly Seen<"PUBLISH">[] {
  return scene.packets("broker", "PUBLISH", { ...where, role }).filter((entry) => isOn(entry, name));
}

export interface Flags {
  readonly qos: number;
  readonly retain: boolean;
}

/**
 * The publication as it reached a role: sent by the broker with these flags, and handed over by the
 * role's library as it was published. Fails when one of the two is missing or different.
 * @returns the delivery on the wire and the message
 */
export function reached(
  scene: Scene,
  sent: Seen<"PUBLISH">,
  role: string,
  flags: Flags,
  where: Where = {},
): readonly [Seen<"PUBLISH">, MessageEntry] {
  const got = deliveryOf(scene, sent, role, where);
  equal(same("RETAIN (r)"), Number(got.packet.retain), Number(flags.retain), sent, got);
  equal(same("QoS (q)"), got.packet.qos, flags.qos, sent, got);
  return [got, handedOver(scene, got)];
}

/** The PUBLISH to the role with the publication's topic and payload. Fails when it was not sent. */
export function deliveryOf(
  scene: Scene,
  sent: Seen<"PUBLISH">,
  role: string,
  where: Where = {},
): Seen<"PUBLISH"> {
  const place = { after: sent, ...where, role, topic: sent.packet.topic };
  const found = scene.packets("broker", "PUBLISH", place);
  const got = found.find((entry) => entry.packet.payload.equals(sent.packet.payload));
  if (got) return got;
  const other = found[0];
  if (other === undefined) scene.answered("PUBLISH", place, [sent]);
  return fail(
    phrase`${PAYLOAD} ${payloadText(sent.packet.payload)}`,
    phrase`${PAYLOAD} ${payloadText(other?.packet.payload ?? Buffer.alloc(0))}`,
    sent,
    found,
  );
}

/** The message that the role's library made of a delivery. Fails without one. */
function handedOver(scene: Scene, got: Seen<"PUBLISH">): MessageEntry {
  const { topic, payload, retain, qos } = got.packet;
  const messages = scene.messages(got.role, { topic, after: got });
  const fits = (message: MessageEntry) =>
    message.payload.equals(payload) && message.retain === retain && message.qos === qos;
  const handed = messages.find(fits);
  if (handed) return handed;
  const message = messages[0];
  return fail(
    phrase`${{ en: "the message of", fr: "le message du" }} ${describe(got.packet)}`,
    message ? phrase`${PAYLOAD} ${payloadText(message.payload)}` : { en: "no message", fr: "aucun message" },
    got,
    message ? [message] : [],
  );
}

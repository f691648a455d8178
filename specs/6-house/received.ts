/** What a subscription received of what was published, held against what it should have received. */
import type { Entry } from "../../src/evidence/journal/entry";
import { fenceAfter } from "../../src/judge/claims/fence";
import { fail, pass, type Finding } from "../../src/judge/finding";
import type { Scene, Seen } from "../../src/judge/scene";
import { same, type Text } from "../../src/words/text";

/** Topics as a person reads them: without the levels that are another for each run. */
export function short(topic: string): string {
  return topic.replace(/tp-mqtt\/[^/]+\/[^/]+/, "…");
}

export function list(topics: readonly string[]): Text {
  const none: Text = { en: "nothing", fr: "rien" };
  return topics.length === 0 ? none : same(topics.map((topic) => `'${short(topic)}'`).join(", "));
}

export interface Reading {
  /** Who subscribed. */
  readonly role: string;
  /** The publications in question; any other delivery is left out of account. */
  readonly published: readonly Seen<"PUBLISH">[];
  /** Whether the one on that topic should arrive. */
  readonly expected: (topic: string) => boolean;
}

/**
 * The broker sent the role each expected publication once, and none of the others. A fence of the publisher and then
 * one of the reader close the observation, so that nothing can still be on its way.
 */
export function exactly(scene: Scene, { role, published, expected }: Reading): Finding {
  const [first] = published;
  const last = published.at(-1);
  if (first === undefined || last === undefined) return scene.unplayed(same(`PUBLISH (${role})`));
  const suback = scene.answered("SUBACK", { role, before: first });
  const end = fenceAfter(scene, role, fenceAfter(scene, last.role, last));
  const topics = published.map((entry) => entry.packet.topic);
  const wanted = topics.filter(expected);
  const deliveries = scene
    .packets("broker", "PUBLISH", { role, after: suback, before: end })
    .filter((entry) => topics.includes(entry.packet.topic));
  const got = deliveries.map((entry) => entry.packet.topic);
  const missing = wanted.filter((topic) => !got.includes(topic));
  const surplus = got.filter((topic, i) => !wanted.includes(topic) || got.indexOf(topic) !== i);
  if (missing.length === 0 && surplus.length === 0) return pass(suback, deliveries, end);
  const odd = [...published, ...deliveries].filter((entry) =>
    [...missing, ...surplus].includes(entry.packet.topic),
  );
  return fail(list(wanted), difference(missing, surplus), suback, odd, end);
}

/** The “actual” of a comparison of topics. */
export function difference(missing: readonly string[], surplus: readonly string[]): Text {
  const parts: Text[] = [];
  if (missing.length > 0)
    parts.push({ en: `missing: ${list(missing).en}`, fr: `manquent : ${list(missing).fr}` });
  if (surplus.length > 0)
    parts.push({ en: `too many: ${list(surplus).en}`, fr: `en trop : ${list(surplus).fr}` });
  return { en: parts.map((part) => part.en).join("; "), fr: parts.map((part) => part.fr).join(" ; ") };
}

/** Each delivery carries the payload that was published on its topic, and the role's library handed it over so. */
export function faithful(
  scene: Scene,
  role: string,
  published: readonly Seen<"PUBLISH">[],
): readonly Entry[] {
  const payloads = new Map(published.map((entry) => [entry.packet.topic, entry]));
  return scene.packets("broker", "PUBLISH", { role }).flatMap((delivery) => {
    const { topic, payload } = delivery.packet;
    const source = payloads.get(topic);
    if (source === undefined) return [];
    if (!payload.equals(source.packet.payload)) {
      fail(
        same(`'${short(topic)}' ${source.packet.payload.toString("hex")}`),
        same(payload.toString("hex")),
        source,
        delivery,
      );
    }
    const message = scene
      .messages(role, { topic, after: delivery })
      .find((seen) => seen.payload.equals(payload));
    if (message) return [delivery, message];
    // Cut off at its bound, the exercise took the message from its own client: that is not the broker's doing.
    if (scene.stopped) scene.unplayed({ en: "the message handed over", fr: "le message remis" });
    return fail(
      { en: `the message on '${short(topic)}'`, fr: `le message sur '${short(topic)}'` },
      { en: "it was not handed over", fr: "il n’a pas été remis" },
      source,
      delivery,
    );
  });
}

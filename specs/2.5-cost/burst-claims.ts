/** What a burst shows: nothing is lost, and what belongs together stays in order. */
import type { QoS } from "../../src/evidence/wire/mqtt/packet";
import type { Claim } from "../../src/judge/claim";
import { fenceAfter } from "../../src/judge/claims/fence";
import { deliveries, publication, publications, taken } from "../../src/judge/claims/publication";
import { fail, pass } from "../../src/judge/finding";
import type { Scene, Seen } from "../../src/judge/scene";
import { join, same, type Text } from "../../src/words/text";
import { publisherOf, subscriberOf, topicOf, TOPICS } from "./burst";

/** Messages named in a difference. */
const SHOWN = 6;

/** One topic of the burst: what was published on it, and what of that was delivered. */
interface Stream {
  readonly sent: readonly Seen<"PUBLISH">[];
  readonly got: readonly Seen<"PUBLISH">[];
  readonly handed: readonly string[];
}

function streams(scene: Scene, qos: QoS): readonly Stream[] {
  return TOPICS.map((name) => {
    const topic = topicOf(qos, name);
    const first = publication(scene, publisherOf(qos), topic);
    return {
      sent: publications(scene, publisherOf(qos), topic),
      got: deliveries(scene, subscriberOf(qos), topic),
      handed: scene
        .messages(subscriberOf(qos), { topic: first.packet.topic })
        .map(({ payload }) => payload.toString()),
    };
  });
}

const words = (entries: readonly Seen<"PUBLISH">[]) => entries.map(({ packet }) => packet.payload.toString());

/** Same messages as often, whatever their order. */
const sameBag = (a: readonly string[], b: readonly string[]) =>
  [...a].sort().join("\n") === [...b].sort().join("\n");

export function complete(qos: QoS): Claim {
  return {
    id: `qos${qos}-complete`,
    title: {
      en: `QoS ${qos}: on a sound network every message of the burst arrives, once`,
      fr: `QoS ${qos} : sur un réseau sain, chaque message de la rafale arrive, une seule fois`,
    },
    rests: ["message", "wire"],
    judge(scene) {
      const evidence = streams(scene, qos).flatMap(({ sent, got, handed }) => {
        if (!sameBag(words(got), words(sent))) fail(amount(sent), difference(words(sent), words(got)), sent);
        if (!sameBag(handed, words(sent))) fail(amount(sent), difference(words(sent), handed), sent);
        return [...sent, ...got];
      });
      const last = evidence.filter(({ from }) => from === "client").at(-1);
      if (last === undefined) return pass();
      return pass(evidence, fenceAfter(scene, subscriberOf(qos), taken(scene, last)));
    },
  };
}

function amount(sent: readonly Seen<"PUBLISH">[]): Text {
  return { en: `${sent.length} messages, once each`, fr: `${sent.length} messages, une fois chacun` };
}

function difference(sent: readonly string[], got: readonly string[]): Text {
  const missing = sent.filter((text) => !got.includes(text));
  const twice = got.filter((text, i) => got.indexOf(text) !== i);
  const others = got.filter((text) => !sent.includes(text));
  const list = (texts: readonly string[]) =>
    texts.length > SHOWN ? `${texts.slice(0, SHOWN).join(", ")}, …` : texts.join(", ");
  const parts: Text[] = [{ en: `${got.length} messages`, fr: `${got.length} messages` }];
  if (missing.length > 0) parts.push({ en: `missing: ${list(missing)}`, fr: `manquent : ${list(missing)}` });
  if (twice.length > 0) parts.push({ en: `again: ${list(twice)}`, fr: `en double : ${list(twice)}` });
  if (others.length > 0) parts.push({ en: `unknown: ${list(others)}`, fr: `inconnus : ${list(others)}` });
  return join(parts, "; ");
}

export function inOrder(qos: QoS): Claim {
  return {
    id: `qos${qos}-order`,
    title: {
      en: `QoS ${qos}: the messages of one topic arrive in the order of their publication`,
      fr: `QoS ${qos} : les messages d’un même topic arrivent dans l’ordre de leur publication`,
    },
    rests: ["message", "wire"],
    clauses: ["MQTT-4.6.0-5", "MQTT-4.6.0-6"],
    hint: {
      en: "The standard promises an order for one topic and one QoS. What does it say of two topics?",
      fr: "La norme promet un ordre pour un même topic et une même QoS. Que dit-elle de deux topics ?",
    },
    judge(scene) {
      const evidence = streams(scene, qos).flatMap(({ sent, got, handed }) => {
        // Of those that came: whether one is missing is another claim's matter.
        if (got.length === 0)
          scene.answered("PUBLISH", { role: subscriberOf(qos), after: sent[0] }, sent.slice(0, 1));
        const place = new Map(words(sent).map((text, i) => [text, i]));
        for (const came of [words(got), handed]) disorder(came, place, got);
        return [...sent, ...got];
      });
      return pass(evidence);
    },
  };
}

/** Fails where a message comes behind a later one. */
function disorder(
  came: readonly string[],
  place: ReadonlyMap<string, number>,
  got: readonly Seen<"PUBLISH">[],
): void {
  const wrong = came.findIndex((text, i) => {
    const before = came[i - 1];
    return before !== undefined && (place.get(before) ?? 0) > (place.get(text) ?? 0);
  });
  if (wrong < 0) return;
  const pair = [came[wrong] ?? "", came[wrong - 1] ?? ""];
  const seen = got.filter(({ packet }) => pair.includes(packet.payload.toString()));
  fail(same(pair.join(" → ")), same(pair.toReversed().join(" → ")), seen);
}

/** What reaches the subscriber through its subscriptions, while they last and once they are replaced. */
import type { Entry } from "../../src/evidence/journal/entry";
import type { Claim } from "../../src/judge/claim";
import { nothingBut } from "../../src/judge/claims/fence";
import { publication, reached, taken } from "../../src/judge/claims/publication";
import { pass } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";

/** QoS of the three subscriptions. Everything is published at QoS 1. */
const GRANTED: Readonly<Record<string, number>> = { a: 0, b: 2, c: 1 };
const PUBLISHED = 1;

/** The n-th message on each of these topics reached the subscriber, at the lower QoS of the two. */
export function arrived(scene: Scene, names: readonly string[], n: number): readonly Entry[] {
  return names.flatMap((name) => {
    const sent = publication(scene, "publisher", name, n);
    const qos = Math.min(PUBLISHED, GRANTED[name] ?? 0);
    return [sent, ...reached(scene, sent, "subscriber", { qos, retain: false })];
  });
}

export const deliveredByFilter: Claim = {
  id: "delivered",
  title: {
    en: "what is published on each subscribed topic reaches the subscriber",
    fr: "ce qui est publié sur chacun des topics abonnés parvient à l’abonné",
  },
  rests: ["message", "wire"],
  clauses: ["MQTT-3.8.4-4", "MQTT-4.5.0-1"],
  judge: (scene) => pass(arrived(scene, ["a", "b", "c"], 1)),
};

export const othersUntouched: Claim = {
  id: "others-untouched",
  title: {
    en: "after the UNSUBSCRIBE the subscriber’s other subscriptions go on as before",
    fr: "après l’UNSUBSCRIBE, les autres abonnements continuent comme avant",
  },
  rests: ["message", "wire"],
  clauses: ["MQTT-3.10.4-1"],
  judge: (scene) => pass(arrived(scene, ["a", "c"], 3)),
};

/** Which publication on `a` came after the second SUBSCRIBE to it. */
const AFTER_REPLACEMENT = 4;

export const replaced: Claim = {
  id: "replaced",
  title: {
    en: "a second SUBSCRIBE to the same filter replaces the first: one copy is delivered, at the new QoS",
    fr: "un second SUBSCRIBE au même filtre remplace le premier : une seule copie est livrée, à la nouvelle QoS",
  },
  rests: ["message", "wire"],
  clauses: ["MQTT-3.8.4-3"],
  hint: {
    en: "Does the broker add a subscription, or change the one it has?",
    fr: "Le broker ajoute-t-il un abonnement ou modifie-t-il celui qu’il a déjà ?",
  },
  judge(scene) {
    const sent = publication(scene, "publisher", "a", AFTER_REPLACEMENT);
    const [got, message] = reached(scene, sent, "subscriber", { qos: 1, retain: false });
    taken(scene, sent);
    return pass(sent, message, nothingBut(scene, { role: "subscriber", after: sent, name: "a" }, [got]));
  },
};

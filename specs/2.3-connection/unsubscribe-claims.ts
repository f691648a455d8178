/** The end of a subscription: what is answered, what stops, and what does not. */
import type { Claim } from "../../src/judge/claim";
import { answerTo } from "../../src/judge/claims/acknowledged";
import { nothingBut } from "../../src/judge/claims/fence";
import { publication, taken } from "../../src/judge/claims/publication";
import { pass, fail } from "../../src/judge/finding";
import type { Scene, Seen } from "../../src/judge/scene";
import { arrived } from "./subscription-claims";

/** The UNSUBSCRIBE that names the topic; its filters are never only that one. */
function unsubscribe(scene: Scene, name: string): Seen<"UNSUBSCRIBE"> {
  const sent = scene
    .packets("client", "UNSUBSCRIBE", { role: "subscriber" })
    .find((entry) => entry.packet.filters.some((filter) => filter.endsWith(`/${name}`)));
  return sent ?? scene.unplayed({ en: `UNSUBSCRIBE of ${name}`, fr: `UNSUBSCRIBE de ${name}` });
}

export const unsubacks: Claim = {
  id: "unsuback",
  title: {
    en: "the broker answers an UNSUBSCRIBE of two filters with one UNSUBACK of the same packet identifier",
    fr: "le broker répond à un UNSUBSCRIBE de deux filtres par un seul UNSUBACK portant le même identifiant de paquet",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.10.4-4", "MQTT-3.10.4-6", "MQTT-2.3.1-7"],
  hint: {
    en: "Follow the packet identifier of the UNSUBSCRIBE in the capture.",
    fr: "Suivez l’identifiant de paquet de l’UNSUBSCRIBE dans la capture.",
  },
  judge(scene) {
    const sent = unsubscribe(scene, "b");
    return pass(sent, answerTo(scene, sent, "UNSUBACK"));
  },
};

export const unsubackForUnknown: Claim = {
  id: "unsuback-unknown",
  title: {
    en: "an UNSUBSCRIBE of filters that were never subscribed is answered all the same",
    fr: "un UNSUBSCRIBE de filtres auxquels le client n’était pas abonné reçoit aussi une réponse",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.10.4-5", "MQTT-3.10.4-4"],
  judge(scene) {
    const sent = unsubscribe(scene, "B");
    return pass(sent, answerTo(scene, sent, "UNSUBACK"));
  },
};

export const comparedByCharacter: Claim = {
  id: "compared-by-character",
  title: {
    en: "an UNSUBSCRIBE ends only the subscription with the very same filter, not those that its filter matches",
    fr: "un UNSUBSCRIBE ne met fin qu’à l’abonnement de filtre identique, pas à ceux que son filtre recouvre",
  },
  rests: ["message", "wire"],
  clauses: ["MQTT-3.10.4-1"],
  hint: {
    en: "Wildcards choose topics. Do they also choose filters?",
    fr: "Les jokers désignent des topics. Désignent-ils aussi des filtres ?",
  },
  judge: (scene) => pass(unsubscribe(scene, "B"), arrived(scene, ["a", "b", "c"], 2)),
};

/** Which publication on `b` came after its UNSUBACK. */
const AFTER_UNSUBSCRIBE = 3;

export const nothingAfterwards: Claim = {
  id: "nothing-afterwards",
  title: {
    en: "after the UNSUBACK nothing more is delivered for that filter",
    fr: "après l’UNSUBACK, plus rien n’est livré pour ce filtre",
  },
  rests: ["message", "wire"],
  clauses: ["MQTT-3.10.4-2"],
  hint: {
    en: "The message on the neighbouring topic, published later, has come: what does that say about this one?",
    fr: "Le message du topic voisin, publié plus tard, est arrivé : qu’en conclure pour celui-ci ?",
  },
  judge(scene) {
    const sent = publication(scene, "publisher", "b", AFTER_UNSUBSCRIBE);
    const neighbour = publication(scene, "publisher", "c", AFTER_UNSUBSCRIBE);
    taken(scene, neighbour);
    const fenced = nothingBut(scene, { role: "subscriber", after: sent, name: "b" });
    const handed = scene.messages("subscriber", { topic: sent.packet.topic, after: sent });
    if (handed.length > 0) {
      fail({ en: "no message", fr: "aucun message" }, `${handed.length}`, sent, handed);
    }
    return pass(sent, arrived(scene, ["c"], AFTER_UNSUBSCRIBE), fenced);
  },
};

export const startedIsCompleted: Claim = {
  id: "completed",
  title: {
    en: "a QoS 2 delivery that had begun before the UNSUBSCRIBE is carried to its end",
    fr: "une livraison en QoS 2 commencée avant l’UNSUBSCRIBE est menée à son terme",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.10.4-3"],
  hint: {
    en: "Which packet does the subscriber still expect after its PUBREC?",
    fr: "Quel paquet l’abonné attend-il encore après son PUBREC ?",
  },
  judge(scene) {
    const gone = scene.played("UNSUBSCRIBE", { role: "underway" });
    const begun = scene.packets("broker", "PUBLISH", { role: "underway", before: gone });
    const pubrec = scene.played("PUBREC", { role: "underway", after: gone });
    return pass(begun, gone, pubrec, answerTo(scene, pubrec, "PUBREL"));
  },
};

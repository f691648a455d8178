/** Which QoS a message arrives at, when publisher and subscriber ask for different ones. */
import type { QoS } from "../../src/evidence/wire/mqtt/packet";
import type { Claim, Deviation } from "../../src/judge/claim";
import { answerTo } from "../../src/judge/claims/acknowledged";
import { nothingBut } from "../../src/judge/claims/fence";
import { deliveries, deliveryOf, publication, reached, taken } from "../../src/judge/claims/publication";
import { equal, fail, pass } from "../../src/judge/finding";
import type { Scene, Seen } from "../../src/judge/scene";
import { same } from "../../src/words/text";

/** Published at one QoS, subscribed at another: delivered at the lower of the two. */
export function pair(published: QoS, subscribed: QoS): Claim {
  const lower = Math.min(published, subscribed);
  return {
    id: `p${published}-s${subscribed}`,
    title: {
      en: `published at QoS ${published}, subscribed at QoS ${subscribed}: delivered at QoS ${lower}`,
      fr: `publié en QoS ${published}, abonné en QoS ${subscribed} : livré en QoS ${lower}`,
    },
    rests: ["message", "wire"],
    clauses: ["MQTT-3.8.4-6"],
    hint: {
      en: "Compare the q of “Received PUBLISH” with the q of “Sending PUBLISH”, and with the subscription’s.",
      fr: "Comparez le q de « Received PUBLISH » à celui de « Sending PUBLISH », et à celui de l’abonnement.",
    },
    judge(scene) {
      const sent = publication(scene, "publisher", `published-${published}`);
      const [subscribe, suback] = granted(scene, subscribed);
      const role = `at-${subscribed}`;
      return pass(subscribe, suback, sent, reached(scene, sent, role, { qos: lower, retain: false }));
    },
  };
}

/** The subscription and its SUBACK, which must grant what was asked for: else there is no such pair. */
function granted(scene: Scene, qos: QoS): readonly [Seen<"SUBSCRIBE">, Seen<"SUBACK">] {
  const subscribe = scene.played("SUBSCRIBE", { role: `at-${qos}` });
  const suback = answerTo(scene, subscribe, "SUBACK") as Seen<"SUBACK">;
  for (const code of suback.packet.codes) {
    equal({ en: "granted QoS", fr: "QoS accordée" }, code, qos, subscribe, suback);
  }
  return [subscribe, suback];
}

export const eachOnce: Claim = {
  id: "each-once",
  title: {
    en: "each subscriber of a topic is sent each of its messages, once",
    fr: "chaque message d’un topic est envoyé à chacun de ses abonnés, une seule fois",
  },
  rests: ["wire"],
  clauses: ["MQTT-4.5.0-1"],
  judge(scene) {
    const sent = [0, 1, 2].map((qos) => publication(scene, "publisher", `published-${qos}`));
    const [first] = sent;
    if (first === undefined) return pass();
    sent.forEach((entry) => taken(scene, entry));
    const evidence = [0, 1, 2].flatMap((qos) => {
      const role = `at-${qos}`;
      const got = sent.map((entry) => deliveryOf(scene, entry, role));
      return nothingBut(scene, { role, after: first }, got);
    });
    return pass(sent, evidence);
  },
};

/** Highest QoS of the two overlapping subscriptions, at which the message is published too. */
const HIGHEST = 2;

const oneCopyAtALowerQos: Deviation = {
  applies: (scene) =>
    scene.broker.software !== "unknown" && deliveries(scene, "overlapping", "overlap/here").length === 1,
  because: {
    en: "With allow_duplicate_messages false, the default before 2.1, Mosquitto sends one copy, at the QoS of whichever subscription it finds first (measured on 2.0.11); so does Aedes 1.2.0",
    fr: "Avec allow_duplicate_messages false, la valeur par défaut avant 2.1, Mosquitto envoie une seule copie, à la QoS de l’abonnement qu’il trouve en premier (mesuré sur 2.0.11) ; Aedes 1.2.0 fait de même",
  },
};

export const highestOfOverlapping: Claim = {
  id: "overlapping",
  title: {
    en: "a message that two subscriptions of a client match is delivered at the highest of their QoS",
    fr: "un message qui correspond à deux abonnements d’un client est livré à la plus élevée de leurs QoS",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.3.5-1"],
  deviations: [oneCopyAtALowerQos],
  judge(scene) {
    const subscribe = scene.played("SUBSCRIBE", { role: "overlapping" });
    const sent = publication(scene, "over-publisher", "overlap/here");
    const first = deliveryOf(scene, sent, "overlapping");
    const copies = deliveries(scene, "overlapping", "overlap/here");
    if (copies.some(({ packet }) => packet.qos === HIGHEST)) return pass(subscribe, sent, copies);
    return fail(
      same(`QoS (q) = ${HIGHEST}`),
      same(copies.map(({ packet }) => `QoS (q) = ${packet.qos}`).join(", ")),
      subscribe,
      sent,
      first,
      copies.slice(1),
    );
  },
};

import { describe } from "../../src/evidence/wire/mqtt/packet";
import type { Entry } from "../../src/evidence/journal/entry";
import type { Claim, Deviation } from "../../src/judge/claim";
import { nothingBut } from "../../src/judge/claims/fence";
import { reached, taken } from "../../src/judge/claims/publication";
import { equal, fail, pass } from "../../src/judge/finding";
import { same } from "../../src/words/text";
import { passages, sent } from "./series";

export const asPublished: Claim = {
  id: "q",
  title: {
    en: "q of each delivery is that of the publication, for a subscription at QoS 2",
    fr: "le q de chaque livraison est celui de la publication, pour un abonnement en QoS 2",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.8.4-6"],
  hint: {
    en: "On which two values does the QoS of a delivery depend?",
    fr: "De quelles deux valeurs la QoS d’une livraison dépend-elle ?",
  },
  judge: (scene) =>
    pass(
      passages(scene).flatMap((passage) => {
        equal(same("QoS (q)"), passage.got.packet.qos, passage.sent.packet.qos, passage.sent, passage.got);
        return [passage.sent, passage.got];
      }),
    ),
};

const copiesDup: Deviation = {
  applies: (scene, { evidence }) =>
    scene.broker.software === "aedes" && evidence.length === 2 && evidence.every(isDuplicate),
  because: {
    en: "Aedes passes the publisher’s d1 on: the packet that it makes for the subscriber copies the flag (aedes-packet 4.0.1, packet.js)",
    fr: "Aedes transmet le d1 de l’émetteur : le paquet qu’il prépare pour l’abonné recopie cet indicateur (aedes-packet 4.0.1, packet.js)",
  },
};

function isDuplicate(entry: Entry): boolean {
  if (entry.source !== "wire" || entry.event !== "packet") return false;
  return entry.packet.type === "PUBLISH" && entry.packet.dup;
}

export const dupNotPassedOn: Claim = {
  id: "d",
  title: {
    en: "a first delivery is d0, also of a message that was published with d1",
    fr: "une première livraison porte d0, même celle d’un message publié avec d1",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.3.1-3", "MQTT-4.3.1-1", "MQTT-4.3.2-1", "MQTT-4.3.3-1"],
  hint: {
    en: "d is about one leg only: who has sent this packet before, and to whom?",
    fr: "d ne concerne qu’un côté : qui a déjà envoyé ce paquet, et à qui ?",
  },
  deviations: [copiesDup],
  judge(scene) {
    const all = passages(scene);
    if (!all.some((passage) => passage.sent.packet.dup)) scene.unplayed(same("PUBLISH d1"));
    return pass(
      all.flatMap((passage) => {
        equal(same("DUP (d)"), Number(passage.got.packet.dup), 0, passage.sent, passage.got);
        return [passage.sent, passage.got];
      }),
    );
  },
};

export const retainNotPassedOn: Claim = {
  id: "r",
  title: {
    en: "the publisher’s r1 reaches a subscriber that was already there as r0",
    fr: "le r1 de l’émetteur parvient en r0 à un abonné déjà présent",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.3.1-9"],
  needs: ["retain"],
  hint: {
    en: "To the broker r1 is an order. What does it say to a subscriber?",
    fr: "Pour le broker, r1 est une consigne. Que dit-il à un abonné ?",
  },
  judge(scene) {
    const all = passages(scene);
    if (!all.some((passage) => passage.sent.packet.retain)) scene.unplayed(same("PUBLISH r1"));
    return pass(
      all.flatMap((passage) => {
        equal(same("RETAIN (r)"), Number(passage.got.packet.retain), 0, passage.sent, passage.got);
        return [passage.sent, passage.got];
      }),
    );
  },
};

export const receivedInOrder: Claim = {
  id: "received",
  title: {
    en: "the subscriber receives each message of the series once",
    fr: "l’abonné reçoit chaque message de la série une seule fois",
  },
  rests: ["wire", "message"],
  hint: {
    en: "Hold what the subscriber printed against the lines “Sending PUBLISH”.",
    fr: "Comparez ce que l’abonné a affiché avec les lignes « Sending PUBLISH ».",
  },
  judge(scene) {
    const all = sent(scene);
    const first = all[0];
    const last = all.at(-1);
    if (first === undefined || last === undefined) return scene.unplayed(same("PUBLISH"));
    const arrivals = all.map((publish) =>
      reached(scene, publish, "subscriber", { qos: publish.packet.qos, retain: false }),
    );
    const beyond = taken(scene, last);
    const deliveries = arrivals.map(([delivery]) => delivery);
    const fence = nothingBut(scene, { role: "subscriber", after: first, beyond }, deliveries);
    const messages = scene.messages("subscriber");
    const again = messages.filter((message) => !arrivals.some(([, known]) => known === message));
    if (again.length > 0) {
      const count = `${all.length}, ${all.map(({ packet }) => describe(packet)).at(-1) ?? ""}`;
      fail(
        { en: `${all.length} messages`, fr: `${all.length} messages` },
        { en: `${messages.length} messages (${count})`, fr: `${messages.length} messages (${count})` },
        again,
      );
    }
    return pass(arrivals.flat(), fence);
  },
};

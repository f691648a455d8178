/** What a session with clean session 0 keeps while its client is away, and how it is handed over. */
import type { Entry } from "../../src/evidence/journal/entry";
import type { Claim } from "../../src/judge/claim";
import { answerTo } from "../../src/judge/claims/acknowledged";
import { fenceAfter, nothingBut } from "../../src/judge/claims/fence";
import { deliveries, publication, publications, reached } from "../../src/judge/claims/publication";
import { connection, resumed } from "../../src/judge/claims/resumed";
import { equal, fail, pass } from "../../src/judge/finding";
import type { Scene, Seen } from "../../src/judge/scene";
import { join, same, type Text } from "../../src/words/text";

/** The subscriber's return, and the one after it, which shows that nothing is left. */
const returned = (scene: Scene) => connection(scene, "returned");
const returnedAgain = (scene: Scene) => connection(scene, "subscriber", 2);

/** What was published at QoS 1 or 2 while the subscriber was away. */
function missed(scene: Scene, qos: number): readonly Seen<"PUBLISH">[] {
  returned(scene);
  publication(scene, "publisher", `qos-${qos}`);
  return publications(scene, "publisher", `qos-${qos}`);
}

/** What the broker sent the subscriber of that, in order. */
function caughtUp(scene: Scene, qos: number): readonly Seen<"PUBLISH">[] {
  return ["returned", "subscriber"].flatMap((role) => deliveries(scene, role, `qos-${qos}`));
}

const words = (entries: readonly Seen<"PUBLISH">[]): Text =>
  entries.length === 0
    ? { en: "nothing", fr: "rien" }
    : join(
        entries.map(({ packet }) => same(packet.payload.toString())),
        " → ",
      );

export const acceptedMeanwhile: Claim = {
  id: "accepted",
  title: {
    en: "the broker acknowledges a QoS 1 message whose subscriber is away like any other",
    fr: "le broker acquitte comme les autres un message en QoS 1 dont l’abonné est absent",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.3.4-1"],
  hint: {
    en: "Whose acknowledgement is the PUBACK that the publisher gets?",
    fr: "De qui vient le PUBACK que reçoit l’émetteur ?",
  },
  judge(scene) {
    publication(scene, "publisher", "qos-1");
    const sent = publications(scene, "publisher", "qos-1");
    return pass(sent.flatMap((entry) => [entry, answerTo(scene, entry, "PUBACK")]));
  },
};

export const sessionKept: Claim = {
  id: "session-present",
  title: {
    en: "when the subscriber returns, the CONNACK says that its session is present",
    fr: "au retour de l’abonné, le CONNACK indique que sa session est présente",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.2.2-2", "MQTT-3.1.2-4"],
  judge(scene) {
    const { connect, connack } = resumed(scene, "returned");
    return pass(connection(scene, "subscriber").connect, connect, connack);
  },
};

export function waits(qos: 1 | 2): Claim {
  return {
    id: `qos${qos}-waits`,
    title: {
      en: `the messages at QoS ${qos} wait for the subscriber, all of them, and come in their order`,
      fr: `les messages en QoS ${qos} attendent tous l’abonné et arrivent dans leur ordre`,
    },
    rests: ["wire"],
    clauses: ["MQTT-3.1.2-5", "MQTT-4.6.0-6"],
    hint: {
      en: "Which part of the session holds them, and which line of the log comes only after the return?",
      fr: "Quelle partie de la session les contient, et quelle ligne du journal ne vient qu’après le retour ?",
    },
    judge(scene) {
      const sent = missed(scene, qos);
      const expected = words(sent);
      const got = distinct(caughtUp(scene, qos));
      if (words(got).en !== expected.en) fail(expected, words(got), sent, got);
      return pass(sent, got);
    },
  };
}

/** Once each: whether something comes twice is another claim's matter. */
function distinct(got: readonly Seen<"PUBLISH">[]): readonly Seen<"PUBLISH">[] {
  return got.filter(
    (entry, i) => got.findIndex(({ packet }) => packet.payload.equals(entry.packet.payload)) === i,
  );
}

export const asFirstDelivery: Claim = {
  id: "first-delivery",
  title: {
    en: "what waited is delivered with DUP 0, at the QoS at which it was published",
    fr: "ce qui a attendu est livré avec DUP à 0, à la QoS de sa publication",
  },
  rests: ["wire"],
  clauses: ["MQTT-4.3.2-1", "MQTT-4.3.3-1"],
  hint: {
    en: "Had the broker sent it before?",
    fr: "Le broker l’avait-il déjà envoyé ?",
  },
  judge(scene) {
    const evidence = [1, 2].flatMap((qos) => {
      const sent = missed(scene, qos);
      const topic = sent[0]?.packet.topic ?? "";
      scene.answered("PUBLISH", { role: "returned", topic }, sent);
      const got = deliveries(scene, "returned", `qos-${qos}`);
      for (const entry of got) {
        equal(same("DUP (d)"), Number(entry.packet.dup), 0, entry);
        equal(same("QoS (q)"), entry.packet.qos, qos, entry);
      }
      return got;
    });
    return pass(evidence);
  },
};

export const deliveredOnce: Claim = {
  id: "once",
  title: {
    en: "what waited is delivered once: another return brings nothing more",
    fr: "ce qui a attendu est livré une seule fois : un nouveau retour n’apporte plus rien",
  },
  rests: ["wire"],
  judge(scene) {
    const { connack } = returnedAgain(scene);
    const known = [1, 2].flatMap((qos) => distinct(caughtUp(scene, qos)));
    const twice = [1, 2].flatMap((qos) => caughtUp(scene, qos)).filter((entry) => !known.includes(entry));
    if (twice.length > 0) {
      fail({ en: "each message once", fr: "chaque message une fois" }, words(twice), known, twice);
    }
    const later = deliveries(scene, "subscriber", "later");
    const observed = { role: "subscriber", after: connack, connection: connack.connection };
    return pass(known, nothingBut(scene, observed, later));
  },
};

export const whateverOfQos0: Claim = {
  id: "qos0-no-promise",
  title: {
    en: "a QoS 0 message for an absent subscriber may be lost; if it comes, it comes once and as QoS 0",
    fr: "un message en QoS 0 pour un abonné absent peut être perdu ; s’il arrive, c’est une seule fois et en QoS 0",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.1.2-5", "MQTT-2.3.1-5"],
  hint: {
    en: "What does the standard leave to the broker here? See queue_qos0_messages in mosquitto.conf.",
    fr: "Qu’est-ce que la norme laisse au choix du broker ? Voyez queue_qos0_messages dans mosquitto.conf.",
  },
  judge(scene) {
    const { connack } = connection(scene, "careless-back");
    publication(scene, "publisher", "qos-0");
    const sent = publications(scene, "publisher", "qos-0");
    const got = deliveries(scene, "careless-back", "qos-0");
    for (const entry of got) equal(same("QoS (q)"), entry.packet.qos, 0, entry);
    const fence = fenceAfter(scene, "careless-back", connack);
    if (distinct(got).length < got.length) {
      fail({ en: "at most once each", fr: "au plus une fois chacun" }, words(got), sent, got);
    }
    return pass(sent, got, fence);
  },
};

export const subscriptionKept: Claim = {
  id: "subscription-kept",
  title: {
    en: "the subscription still holds after the return, without another SUBSCRIBE",
    fr: "l’abonnement tient toujours après le retour, sans nouveau SUBSCRIBE",
  },
  rests: ["message", "wire"],
  clauses: ["MQTT-3.1.2-4", "MQTT-4.1.0-1", "MQTT-4.1.0-2"],
  judge(scene) {
    const { connect } = returnedAgain(scene);
    const subscribe = scene.played("SUBSCRIBE", { role: "subscriber" });
    const sent = publication(scene, "publisher", "later");
    const got = reached(scene, sent, "subscriber", { qos: 1, retain: false });
    return pass(subscribe, connect, sent, got);
  },
};

export const loggedAfterReturn: Claim = {
  id: "log-after-return",
  title: {
    en: "the log has no “Sending PUBLISH” to the subscriber before it has returned",
    fr: "le journal n’a aucun « Sending PUBLISH » vers l’abonné avant son retour",
  },
  rests: ["log", "wire"],
  hint: {
    en: "Nothing is logged when a message is put aside. When does its line come?",
    fr: "Rien n’est journalisé quand un message est mis de côté. Quand vient sa ligne ?",
  },
  judge(scene) {
    const sent = missed(scene, 1);
    const back = scene.logged("subscriber", "client-connected")[1];
    const lines = scene.logged("subscriber", "packet", { from: "broker", type: "PUBLISH" });
    const entries: readonly Entry[] = lines.map(({ entry }) => entry);
    if (back === undefined || lines.length === 0) {
      return fail(
        {
          en: "“New client connected”, then “Sending PUBLISH”",
          fr: "« New client connected », puis « Sending PUBLISH »",
        },
        { en: "no such lines", fr: "aucune ligne de ce genre" },
        sent,
        scene.log("subscriber").map(({ entry }) => entry),
      );
    }
    const early = entries.filter((entry) => scene.precedes(entry, back.entry));
    if (early.length > 0) {
      const after = { en: "“Sending PUBLISH” after it", fr: "« Sending PUBLISH » après elle" };
      fail(after, { en: "before it", fr: "avant elle" }, early, back.entry);
    }
    return pass(back.entry, entries);
  },
};

import type { Claim } from "../../src/judge/claim";
import { connectedLine } from "../../src/judge/claims/connected-line";
import { nothingBut } from "../../src/judge/claims/fence";
import { publication, reached, taken } from "../../src/judge/claims/publication";
import { equal, fail, pass } from "../../src/judge/finding";
import { same } from "../../src/words/text";
import { sessionPresent, visit } from "./visit";

/** QoS of all publications and subscriptions here, and RETAIN of none. */
const FLAGS = { qos: 1, retain: false };

export const firstVisit: Claim = {
  id: "first",
  title: {
    en: "the first time a client connects with c0, no session is present",
    fr: "la première fois qu’un client se connecte avec c0, aucune session n’est présente",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.2.2-3", "MQTT-3.1.2-4"],
  hint: {
    en: "“Sending CONNACK” has two numbers: which of them speaks of a session?",
    fr: "« Sending CONNACK » porte deux nombres : lequel parle d’une session ?",
  },
  judge: (scene) => pass(sessionPresent(visit(scene, "keeper", 1), false)),
};

export const resumed: Claim = {
  id: "resumed",
  title: {
    en: "when the client comes back with c0 and the same client id, its session is present",
    fr: "quand le client revient avec c0 et le même identifiant, sa session est présente",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.2.2-2", "MQTT-3.1.2-4", "MQTT-3.1.3-2", "MQTT-4.1.0-1"],
  hint: {
    en: "What does the broker recognise the client by?",
    fr: "À quoi le broker reconnaît-il le client ?",
  },
  judge: (scene) => pass(sessionPresent(visit(scene, "keeper", 2), true)),
};

export const queued: Claim = {
  id: "queued",
  title: {
    en: "a QoS 1 message published while the c0 client is away is delivered when it comes back",
    fr: "un message en QoS 1 publié en l’absence du client c0 lui est livré à son retour",
  },
  rests: ["wire", "message"],
  clauses: ["MQTT-3.1.2-5"],
  hint: {
    en: "Where was the message between its PUBACK and the client’s return?",
    fr: "Où se trouvait le message entre son PUBACK et le retour du client ?",
  },
  judge(scene) {
    const sent = publication(scene, "publisher", "kept", 1);
    const { connection, connect } = visit(scene, "keeper", 2);
    return pass(sent, connect, reached(scene, sent, "keeper", FLAGS, { connection }));
  },
};

export const subscriptionKept: Claim = {
  id: "subscription-kept",
  title: {
    en: "the subscription is part of the session: the client that came back receives without a new SUBSCRIBE",
    fr: "l’abonnement fait partie de la session : le client revenu reçoit sans nouveau SUBSCRIBE",
  },
  rests: ["wire", "message"],
  clauses: ["MQTT-3.1.2-4", "MQTT-4.1.0-1"],
  hint: {
    en: "Count the SUBSCRIBE lines of this client.",
    fr: "Comptez les lignes SUBSCRIBE de ce client.",
  },
  judge(scene) {
    const { connection } = visit(scene, "keeper", 2);
    const sent = publication(scene, "publisher", "kept", 2);
    const again = scene.packets("client", "SUBSCRIBE", { role: "keeper", connection });
    if (again.length > 0)
      scene.unplayed({ en: "a return without SUBSCRIBE", fr: "un retour sans SUBSCRIBE" });
    const subscribe = scene.played("SUBSCRIBE", { role: "keeper" });
    return pass(subscribe, sent, reached(scene, sent, "keeper", FLAGS, { connection }));
  },
};

export const neverKept: Claim = {
  id: "clean-not-kept",
  title: {
    en: "of a session that began with c1 nothing is kept: a later c0 finds no session and receives nothing",
    fr: "d’une session ouverte avec c1 rien n’est conservé : un c0 ultérieur ne trouve pas de session et ne reçoit rien",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.1.2-6", "MQTT-3.2.2-3"],
  hint: {
    en: "How long does a session last that began with c1?",
    fr: "Combien de temps dure une session ouverte avec c1 ?",
  },
  judge(scene) {
    const back = visit(scene, "visitor", 2);
    const first = sessionPresent(back, false);
    const last = taken(scene, publication(scene, "publisher", "clean", 2));
    const { role, connection, connect } = back;
    return pass(first, last, nothingBut(scene, { role, connection, after: connect, beyond: last }));
  },
};

export const logged: Claim = {
  id: "logged",
  title: {
    en: "the log has c of each CONNECT and session present of its CONNACK",
    fr: "le journal contient le c de chaque CONNECT et l’indicateur session present de son CONNACK",
  },
  rests: ["log", "wire"],
  hint: {
    en: "Read the lines “New client connected” and “Sending CONNACK” of one client id from top to bottom.",
    fr: "Lisez de haut en bas les lignes « New client connected » et « Sending CONNACK » d’un même identifiant.",
  },
  judge: (scene) =>
    pass(
      [1, 2, 3, 4].flatMap((n) => {
        const { connect } = visit(scene, "keeper", n);
        const { connack, line, answer } = connectedLine(scene, connect);
        equal(same("c"), Number(line.event.c), Number(connect.packet.cleanSession), connect, line.entry);
        if (answer.event.type !== "CONNACK") return fail("CONNACK", answer.entry.text, answer.entry);
        const told = Number(answer.event.sessionPresent);
        equal(same("session present"), told, Number(connack.packet.sessionPresent), connack, answer.entry);
        return [connect, line.entry, connack, answer.entry];
      }),
    ),
};

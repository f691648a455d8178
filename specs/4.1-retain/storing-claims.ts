import type { Claim } from "../../src/judge/claim";
import { publication, taken } from "../../src/judge/claims/publication";
import { pass } from "../../src/judge/finding";
import { receivedOnly } from "./newcomer";

export const neverStored: Claim = {
  id: "not-stored",
  title: {
    en: "without retain nothing is stored: a client that subscribes later receives nothing",
    fr: "sans retain, rien n’est conservé : un client qui s’abonne ensuite ne reçoit rien",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.3.1-12"],
  hint: {
    en: "Compare the times of the PUBLISH and of the SUBSCRIBE.",
    fr: "Comparez les moments du PUBLISH et du SUBSCRIBE.",
  },
  judge(scene) {
    const sent = publication(scene, "publisher", "plain");
    return pass(sent, taken(scene, sent), receivedOnly(scene, "plain", []));
  },
};

export const notReplaced: Claim = {
  id: "not-replaced",
  title: {
    en: "a message without retain does not replace the retained one: the next newcomer still receives that",
    fr: "un message sans retain ne remplace pas le message retenu : le nouvel abonné suivant reçoit toujours celui-ci",
  },
  rests: ["wire", "message"],
  clauses: ["MQTT-3.3.1-12"],
  hint: {
    en: "Which of the two messages does the broker keep? Look at r of “Received PUBLISH”.",
    fr: "Lequel des deux messages le broker conserve-t-il ? Regardez le r de « Received PUBLISH ».",
  },
  judge(scene) {
    const kept = publication(scene, "publisher", "life", 1);
    const passing = publication(scene, "publisher", "life", 2);
    return pass(passing, taken(scene, passing), receivedOnly(scene, "late-2", [kept]));
  },
};

export const replaced: Claim = {
  id: "replaced",
  title: {
    en: "a later message with retain replaces the earlier: a topic has one retained message",
    fr: "un message ultérieur avec retain remplace le précédent : un topic n’a qu’un message retenu",
  },
  rests: ["wire", "message"],
  clauses: ["MQTT-3.3.1-5"],
  hint: {
    en: "How many messages does the newcomer receive at once?",
    fr: "Combien de messages le nouvel abonné reçoit-il d’emblée ?",
  },
  judge(scene) {
    const second = publication(scene, "publisher", "life", 3);
    return pass(taken(scene, second), receivedOnly(scene, "late-3", [second]));
  },
};

export const qos0Replaces: Claim = {
  id: "qos0-replaces",
  title: {
    en: "a retained message of QoS 0 replaces one of QoS 1",
    fr: "un message retenu en QoS 0 en remplace un en QoS 1",
  },
  rests: ["wire", "message"],
  clauses: ["MQTT-3.3.1-7", "MQTT-3.3.1-5"],
  hint: {
    en: "Is it the QoS that decides which message is kept?",
    fr: "Est-ce la QoS qui décide du message conservé ?",
  },
  judge(scene) {
    const later = publication(scene, "publisher", "qos0", 2);
    return pass(taken(scene, later), receivedOnly(scene, "qos0", [later]));
  },
};

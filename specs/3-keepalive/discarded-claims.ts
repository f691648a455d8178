import type { Claim } from "../../src/judge/claim";
import { nothingBut } from "../../src/judge/claims/fence";
import { publication, taken } from "../../src/judge/claims/publication";
import { pass, type Finding } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";
import { sessionPresent, visit } from "./visit";

/** On its n-th connection the keeper was sent nothing, although the publisher published and the broker took it. */
function silent(scene: Scene, n: number, published: number): Finding {
  const { role, connection, connect } = visit(scene, "keeper", n);
  const sent = publication(scene, "publisher", "kept", published);
  const last = taken(scene, sent);
  return pass(connect, sent, last, nothingBut(scene, { role, connection, after: connect, beyond: last }));
}

export const cleanFindsNothing: Claim = {
  id: "clean-discards",
  title: {
    en: "with c1 the old session is discarded: none is present, and neither its subscription nor its messages are left",
    fr: "avec c1 l’ancienne session est supprimée : aucune n’est présente, ni son abonnement ni ses messages ne subsistent",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.1.2-6", "MQTT-3.2.2-1", "MQTT-3.1.4-3"],
  hint: {
    en: "The third connection of this client is its first with c1: what does the CONNACK say?",
    fr: "La troisième connexion de ce client est sa première avec c1 : que dit le CONNACK ?",
  },
  judge(scene) {
    const present = sessionPresent(visit(scene, "keeper", 3), false);
    const finding = silent(scene, 3, 4);
    return finding.verdict === "pass" ? pass(present, finding.evidence) : finding;
  },
};

export const discarded: Claim = {
  id: "discarded",
  title: {
    en: "after a connection with c1, the same client id finds no session any more",
    fr: "après une connexion avec c1, le même identifiant ne retrouve plus de session",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.1.2-6", "MQTT-3.2.2-3"],
  hint: {
    en: "Compare the CONNACK of the second and the fourth connection: what came in between?",
    fr: "Comparez le CONNACK de la deuxième et de la quatrième connexion : que s’est-il passé entre-temps ?",
  },
  judge: (scene) => pass(sessionPresent(visit(scene, "keeper", 4), false)),
};

export const subscriptionGone: Claim = {
  id: "subscription-gone",
  title: {
    en: "with the session its subscription is gone: nothing is delivered, neither what waited nor what comes",
    fr: "avec la session, l’abonnement a disparu : rien n’est livré, ni ce qui attendait ni ce qui arrive",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.1.2-6", "MQTT-4.1.0-1"],
  hint: {
    en: "What would the client have to send to receive again?",
    fr: "Que devrait envoyer le client pour recevoir à nouveau ?",
  },
  judge: (scene) => silent(scene, 4, 6),
};

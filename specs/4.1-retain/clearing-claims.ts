import type { Claim } from "../../src/judge/claim";
import { publication, publications, reached, taken } from "../../src/judge/claims/publication";
import { pass } from "../../src/judge/finding";
import type { Scene, Seen } from "../../src/judge/scene";
import { receivedOnly } from "./newcomer";

/** The publication with r1 and an empty payload. */
function clearing(scene: Scene): Seen<"PUBLISH"> {
  const n = publications(scene, "publisher", "life").findIndex(({ packet }) => packet.payload.length === 0);
  return n < 0
    ? scene.unplayed({ en: "an empty payload", fr: "un contenu vide" })
    : publication(scene, "publisher", "life", n + 1);
}

export const cleared: Claim = {
  id: "empty-delivered",
  title: {
    en: "an empty payload with retain is delivered to a subscriber that is there, as any message, with r0",
    fr: "un contenu vide avec retain est livré à un abonné présent comme tout message, avec r0",
  },
  rests: ["wire", "message"],
  clauses: ["MQTT-3.3.1-10"],
  hint: {
    en: "“(0 bytes)” in the log is a message too.",
    fr: "« (0 bytes) » dans le journal est aussi un message.",
  },
  judge(scene) {
    const sent = clearing(scene);
    return pass(sent, reached(scene, sent, "existing", { qos: 1, retain: false }));
  },
};

export const clearedForNewcomers: Claim = {
  id: "empty-clears",
  title: {
    en: "an empty payload with retain removes the retained message and is not kept: a client that subscribes later receives nothing",
    fr: "un contenu vide avec retain supprime le message retenu et n’est pas conservé : un client qui s’abonne ensuite ne reçoit rien",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.3.1-10", "MQTT-3.3.1-11"],
  hint: {
    en: "How can one take back a retained message?",
    fr: "Comment peut-on retirer un message retenu ?",
  },
  judge(scene) {
    const sent = clearing(scene);
    return pass(sent, taken(scene, sent), receivedOnly(scene, "late-4", []));
  },
};

/** What the house's four subscribers must have received: on the wire, in their hands, in the log. */
import type { Claim } from "../../src/judge/claim";
import { fail, pass } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";
import { difference, exactly, faithful, list } from "./received";
import { SUBSCRIPTIONS, type Subscription } from "./subscriptions";

const published = (scene: Scene) => scene.packets("client", "PUBLISH", { role: "sensors" });

/** The topic without the levels that are another for each run: those before `maison` or `jardin`. */
const inHouse = (topic: string) => topic.split("/").slice(3).join("/");

export function subscription({ role, title, hint, receives }: Subscription): Claim {
  return {
    id: role,
    title,
    rests: ["wire"],
    clauses: ["MQTT-3.3.2-3", "MQTT-4.5.0-1"],
    hint,
    judge: (scene) =>
      exactly(scene, { role, published: published(scene), expected: (topic) => receives(inHouse(topic)) }),
  };
}

export const content: Claim = {
  id: "content",
  title: {
    en: "each subscriber is handed the value that its sensor published, on the sensor’s own topic",
    fr: "chaque abonné reçoit la valeur publiée par le capteur, sur le topic de ce capteur",
  },
  rests: ["message", "wire"],
  clauses: ["MQTT-3.3.2-3"],
  hint: {
    en: "Compare topic and payload of what was published with what the client’s callback receives.",
    fr: "Comparez le topic et le contenu publiés avec ceux que reçoit la fonction de rappel (callback) du client.",
  },
  judge(scene) {
    scene.played("PUBLISH", { role: "sensors" });
    return pass(SUBSCRIPTIONS.flatMap(({ role }) => faithful(scene, role, published(scene))));
  },
};

export const inTheLog: Claim = {
  id: "in-the-log",
  title: {
    en: "the log shows, for each message, which of the four subscribers it was sent to",
    fr: "le journal montre, pour chaque message, auxquels des quatre abonnés il a été envoyé",
  },
  rests: ["log", "wire"],
  hint: {
    en: "One “Received PUBLISH” may be followed by several “Sending PUBLISH”, or by none: who is named in them?",
    fr: "Un « Received PUBLISH » peut être suivi de plusieurs « Sending PUBLISH », ou d’aucun : qui y est nommé ?",
  },
  judge(scene) {
    const topics = published(scene).map((entry) => entry.packet.topic);
    if (topics.length === 0) scene.played("PUBLISH", { role: "sensors" });
    return pass(
      SUBSCRIPTIONS.flatMap(({ role, receives }) => {
        const lines = sentLines(scene, role);
        const got = lines.map((line) => line.event.topic);
        const wanted = topics.filter((topic) => receives(inHouse(topic)));
        const missing = wanted.filter((topic) => !got.includes(topic));
        const surplus = got.filter((topic) => !wanted.includes(topic));
        const entries = lines.map((line) => line.entry);
        if (missing.length + surplus.length > 0) fail(list(wanted), difference(missing, surplus), entries);
        return entries;
      }),
    );
  },
};

/** The lines “Sending PUBLISH to …” about a role. */
function sentLines(scene: Scene, role: string) {
  return scene
    .logged(role, "packet", { from: "broker" })
    .flatMap(({ entry, event }) => (event.type === "PUBLISH" ? [{ entry, event }] : []));
}

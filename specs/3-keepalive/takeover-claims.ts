import type { Claim } from "../../src/judge/claim";
import { fenceAfter } from "../../src/judge/claims/fence";
import { connectedLine } from "../../src/judge/claims/connected-line";
import { deliveryOf, publication } from "../../src/judge/claims/publication";
import { fail, pass } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";
import type { ClosedEntry } from "../../src/evidence/journal/entry";
import { sessionPresent, visit, type Visit } from "./visit";

/** The pairs that are played: who was first, and who came with the same client id. */
const PAIRS = [
  ["first", "second"],
  ["holder", "heir"],
] as const;

/** The first connection's end by the broker, after the second's CONNECT. */
function displaced(scene: Scene, first: string, second: Visit): ClosedEntry {
  const before = visit(scene, first, 1);
  const closed = scene.closings(first)[0];
  const expected = {
    en: `the connection of “${first}” closed by the broker`,
    fr: `la connexion de « ${first} » fermée par le broker`,
  };
  if (closed?.by === "broker" && scene.precedes(second.connect, closed)) return closed;
  const by = closed?.by ?? "";
  const actual = closed
    ? { en: `closed by ${by}`, fr: `fermée (${by})` }
    : { en: "still open", fr: "toujours ouverte" };
  return fail(expected, actual, before.connect, second.connect, second.connack, closed ? [closed] : []);
}

export const firstClosed: Claim = {
  id: "first-closed",
  title: {
    en: "when a client connects with the id of another, the broker closes the other’s connection",
    fr: "quand un client se connecte avec l’identifiant d’un autre, le broker ferme la connexion de l’autre",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.1.4-2"],
  hint: {
    en: "Can two connections share one session? Which one does the broker keep?",
    fr: "Deux connexions peuvent-elles partager une session ? Laquelle le broker garde-t-il ?",
  },
  judge: (scene) =>
    pass(
      PAIRS.flatMap(([first, second]) => {
        const arrival = visit(scene, second, 1);
        return [arrival.connect, displaced(scene, first, arrival)];
      }),
    ),
};

export const secondLives: Claim = {
  id: "second-lives",
  title: {
    en: "the second connection is accepted, and lives on when the first is closed",
    fr: "la seconde connexion est acceptée et subsiste quand la première est fermée",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.1.4-4", "MQTT-4.1.0-2"],
  hint: {
    en: "Which of the two connections still gets an answer to a PINGREQ?",
    fr: "Laquelle des deux connexions reçoit encore une réponse à un PINGREQ ?",
  },
  judge: (scene) =>
    pass(
      PAIRS.flatMap(([, second]) => {
        const arrival = visit(scene, second, 1);
        const accepted = sessionPresent(arrival, !arrival.connect.packet.cleanSession);
        const closed = scene.closings(second).find(({ by }) => by === "broker");
        const ping = scene.packets("client", "PINGREQ", { role: second })[0];
        if (closed && (ping === undefined || scene.precedes(closed, ping)))
          fail(
            { en: "an open connection", fr: "une connexion ouverte" },
            { en: "the broker closed it", fr: "le broker l’a fermée" },
            accepted,
            closed,
          );
        return [...accepted, fenceAfter(scene, second, arrival.connack)];
      }),
    ),
};

export const sessionGoesOn: Claim = {
  id: "session-goes-on",
  title: {
    en: "with c0 the second client goes on with the session of the first: its subscription delivers to the second",
    fr: "avec c0, le second client poursuit la session du premier : l’abonnement livre désormais au second",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.1.2-4", "MQTT-3.1.3-2", "MQTT-3.1.4-3", "MQTT-3.2.2-2"],
  hint: {
    en: "Who sent the SUBSCRIBE, and who received the message?",
    fr: "Qui a envoyé le SUBSCRIBE, et qui a reçu le message ?",
  },
  judge(scene) {
    const subscribe = scene.played("SUBSCRIBE", { role: "holder" });
    const present = sessionPresent(visit(scene, "heir", 1), true);
    const sent = publication(scene, "publisher", "inherited");
    return pass(subscribe, present, sent, deliveryOf(scene, sent, "heir"));
  },
};

export const logged: Claim = {
  id: "logged",
  title: {
    en: "the log says that the first connection gave way to the second",
    fr: "le journal dit que la première connexion a cédé la place à la seconde",
  },
  rests: ["log", "wire"],
  hint: {
    en: "Which line stands between the two “New client connected”? Its words depend on the version, and since 2.1 on c.",
    fr: "Quelle ligne sépare les deux « New client connected » ? Ses mots dépendent de la version et, depuis la 2.1, de c.",
  },
  judge(scene) {
    const first = connectedLine(scene, visit(scene, "first", 1).connect).line.entry;
    const second = connectedLine(scene, visit(scene, "second", 1).connect).line.entry;
    const ends = scene
      .logged("first", "disconnected")
      .filter(({ entry }) => scene.precedes(first, entry) && scene.precedes(entry, second));
    const [end] = ends;
    if (end?.event.cause === "taken-over") return pass(first, end.entry, second);
    return fail(
      {
        en: "between the two lines “New client connected”, one that says so",
        fr: "entre les deux lignes « New client connected », une ligne qui le dit",
      },
      end ? end.entry.text : { en: "no such line", fr: "aucune ligne de ce genre" },
      first,
      second,
    );
  },
};

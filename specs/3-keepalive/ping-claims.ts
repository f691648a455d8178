import type { Claim } from "../../src/judge/claim";
import { wellFormed } from "../../src/judge/claims/form";
import { fail, inconclusive, pass } from "../../src/judge/finding";
import type { Scene, Seen } from "../../src/judge/scene";
import { same } from "../../src/words/text";
import { answerTo } from "./pings";

/** Least time between two pings, as a part of the keep alive: our own clock and timers are not exact. */
const LEAST = 0.75;

/** The CONNECT of the idle client, and what it sent on. */
function played(scene: Scene): { connect: Seen<"CONNECT">; pings: readonly Seen<"PINGREQ">[] } {
  const connect = scene.played("CONNECT", { role: "idle" });
  scene.played("PINGREQ", { role: "idle" });
  return { connect, pings: scene.packets("client", "PINGREQ", { role: "idle" }) };
}

export const answeredAtOnce: Claim = {
  id: "pingresp",
  title: {
    en: "the broker answers each PINGREQ at once with one PINGRESP",
    fr: "le broker répond aussitôt à chaque PINGREQ par un seul PINGRESP",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.12.4-1"],
  hint: {
    en: "Which of the two packets does the client send, and which the broker? Look at the direction in figure 1.",
    fr: "Lequel des deux paquets le client envoie-t-il, lequel le broker ? Regardez le sens dans la figure 1.",
  },
  judge(scene) {
    const { pings } = played(scene);
    const answers = pings.map((ping) => answerTo(scene, ping) ?? unanswered(scene, ping));
    answers.forEach(wellFormed);
    const all = scene.packets("broker", "PINGRESP", { role: "idle" });
    if (all.length > pings.length)
      fail(
        { en: `${pings.length} PINGRESP`, fr: `${pings.length} PINGRESP` },
        { en: `${all.length} of them`, fr: `${all.length} PINGRESP` },
        pings,
        all,
      );
    return pass(pings.flatMap((ping, i) => [ping, answers[i] ?? ping]));
  },
};

function unanswered(scene: Scene, ping: Seen<"PINGREQ">): never {
  const where = { role: "idle", after: ping };
  return fail("PINGRESP", scene.insteadOf(where), ping);
}

export const everyKeepAlive: Claim = {
  id: "every-k",
  title: {
    en: "an idle client is heard every k seconds: the log has one PINGREQ for each",
    fr: "un client inactif se manifeste toutes les k secondes : le journal contient un PINGREQ pour chacune de ces fois",
  },
  rests: ["log", "wire"],
  clauses: ["MQTT-3.1.2-23"],
  hint: {
    en: "Compare the k of “New client connected” with the times of the “Received PINGREQ” lines.",
    fr: "Comparez le k de « New client connected » avec les heures des lignes « Received PINGREQ ».",
  },
  judge(scene) {
    const { connect, pings } = played(scene);
    inRhythm(connect, pings);
    const lines = scene
      .logged("idle", "packet")
      .filter(({ event }) => event.type === "PINGREQ" && event.from === "client");
    const seen = lines.map((line) => line.entry);
    if (lines.length === pings.length) return pass(connect, pings, seen);
    return fail(
      { en: `${pings.length} lines “Received PINGREQ”`, fr: `${pings.length} lignes « Received PINGREQ »` },
      same(String(lines.length)),
      pings,
      seen,
    );
  },
};

/** Our own client's rhythm is no deed of the broker: where a busy machine spoils it, nothing can be said. */
function inRhythm(connect: Seen<"CONNECT">, pings: readonly Seen<"PINGREQ">[]): void {
  const k = connect.packet.keepAlive * 1000;
  pings.forEach((ping, i) => {
    const pause = ping.at - (pings[i - 1] ?? connect).at;
    if (pause >= LEAST * k && pause <= 1.5 * k) return;
    const seconds = (pause / 1000).toFixed(1);
    inconclusive(
      {
        en: `the client was too late or too early: PINGREQ after ${seconds} s`,
        fr: `le client était en retard ou en avance : PINGREQ après ${seconds} s`,
      },
      connect,
      pings,
    );
  });
}

export const bothLogged: Claim = {
  id: "both-logged",
  title: {
    en: "the log has a line for each PINGREQ received, and then one for the PINGRESP sent",
    fr: "le journal contient une ligne pour chaque PINGREQ reçu, puis une pour le PINGRESP envoyé",
  },
  rests: ["log", "wire"],
  hint: {
    en: "The broker writes “Received” and “Sending”: read the log from its point of view.",
    fr: "Le broker écrit « Received » et « Sending » : lisez le journal de son point de vue.",
  },
  judge(scene) {
    const { pings } = played(scene);
    const lines = scene
      .logged("idle", "packet")
      .filter(({ event }) => event.type === "PINGREQ" || event.type === "PINGRESP");
    const actual = lines.map(({ event }) => event.type).join(", ");
    const expected = pings.map(() => "PINGREQ, PINGRESP").join(", ");
    const seen = lines.map((line) => line.entry);
    if (actual !== expected)
      fail(expected, actual === "" ? { en: "no line", fr: "aucune ligne" } : actual, seen);
    return pass(seen);
  },
};

export const outlives: Claim = {
  id: "outlives",
  title: {
    en: "kept alive by its pings, the connection outlives one and a half times the keep alive",
    fr: "maintenue par ses pings, la connexion dure plus d’une fois et demie le keep alive",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.1.2-24"],
  hint: {
    en: "What does the broker do with a client that it has not heard for one and a half times k seconds?",
    fr: "Que fait le broker d’un client qu’il n’a pas entendu pendant une fois et demie k secondes ?",
  },
  judge(scene) {
    const { connect } = played(scene);
    const limit = connect.at + 1500 * connect.packet.keepAlive;
    const closed = scene.closings("idle").find((closing) => closing.by === "broker");
    if (closed)
      fail(
        { en: "an open connection", fr: "une connexion ouverte" },
        { en: "the broker closed it", fr: "le broker l’a fermée" },
        connect,
        closed,
      );
    const alive = scene.packets("broker", "PINGRESP", { role: "idle" }).find((entry) => entry.at > limit);
    if (alive) return pass(connect, alive);
    return scene.unplayed({ en: "a ping after that time", fr: "un ping après ce délai" });
  },
};

import type { Entry } from "../../src/evidence/journal/entry";
import { atLeast } from "../../src/evidence/broker";
import type { Claim, Deviation } from "../../src/judge/claim";
import { fenceAfter } from "../../src/judge/claims/fence";
import { equal, fail, pass } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";
import { same } from "../../src/words/text";
import { dropOf, endOfSilence, silentRoles } from "./silence";

/** Fails when the broker closed that role's connection; returns what shows that it still answers after the silence. */
function stays(scene: Scene, role: string): readonly Entry[] {
  const connect = scene.played("CONNECT", { role });
  const connack = scene.answered("CONNACK", { role }, [connect]);
  equal({ en: "return code", fr: "code de retour" }, connack.packet.code, 0, connect, connack);
  const closed = scene.closings(role).find((closing) => closing.by === "broker");
  if (closed) {
    const seconds = ((closed.at - connack.at) / 1000).toFixed(1);
    const actual = { en: `closed after ${seconds} s`, fr: `fermée au bout de ${seconds} s` };
    fail({ en: "an open connection", fr: "une connexion ouverte" }, actual, connect, closed);
  }
  const dropped = silentRoles(scene).flatMap((other) => dropOf(scene, other).closed ?? []);
  if (dropped.length === 0)
    scene.unplayed({ en: "the end of a silent client", fr: "la fin d’un client silencieux" });
  return [connect, ...dropped, fenceAfter(scene, role, endOfSilence(scene))];
}

/** `max_keepalive` was meant for MQTT 5, which lets a broker shorten the keep alive; 3.1.1 has no such word. */
const refusesZero: Deviation = {
  applies: ({ broker }, { evidence }) =>
    broker.software === "mosquitto" &&
    atLeast(broker.version, "2.0.12") === true &&
    evidence.some(isIdentifierRejected),
  because: {
    en: "this broker runs with max_keepalive: from version 2.0.12 on Mosquitto then refuses k0 with return code 2 (seen on 2.0.21)",
    fr: "ce broker tourne avec max_keepalive : à partir de la version 2.0.12, Mosquitto refuse alors k0 avec le code de retour 2 (vu sur 2.0.21)",
  },
};

function isIdentifierRejected(entry: Entry): boolean {
  if (entry.source !== "wire" || entry.event !== "packet") return false;
  return entry.packet.type === "CONNACK" && entry.packet.code === 2;
}

export const zeroNever: Claim = {
  id: "k0",
  title: {
    en: "with k0 a client is as silent as the others and is not dropped",
    fr: "avec k0, un client aussi silencieux que les autres n’est pas déconnecté",
  },
  rests: ["wire"],
  hint: { en: "What does a keep alive of 0 switch off?", fr: "Que désactive un keep alive de 0 ?" },
  deviations: [refusesZero],
  judge: (scene) => pass(stays(scene, "k0")),
};

export const pingsCount: Claim = {
  id: "pings-count",
  title: {
    en: "with the k of a client that was dropped, a client that pings is not dropped",
    fr: "avec le même k qu’un client déconnecté, un client qui envoie des pings ne l’est pas",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.1.2-24"],
  hint: {
    en: "What do the dropped client and this one do differently?",
    fr: "Que font différemment le client déconnecté et celui-ci ?",
  },
  judge(scene) {
    const pings = scene.packets("client", "PINGREQ", { role: "pinger" });
    if (pings.length < 2) scene.unplayed(same("PINGREQ"));
    return pass(pings, stays(scene, "pinger"));
  },
};

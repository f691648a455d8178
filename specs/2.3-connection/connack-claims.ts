/** What the CONNACK must be when a CONNECT is accepted. */
import type { PacketEntry } from "../../src/evidence/journal/entry";
import { describe } from "../../src/evidence/wire/mqtt/packet";
import type { Claim } from "../../src/judge/claim";
import { fenceAfter } from "../../src/judge/claims/fence";
import { wellFormed } from "../../src/judge/claims/form";
import { equal, fail, pass } from "../../src/judge/finding";
import type { Scene, Seen } from "../../src/judge/scene";
import { same } from "../../src/words/text";

export const RETURN_CODE = { en: "return code", fr: "code de retour" };
export const SESSION_PRESENT = { en: "session present", fr: "session présente" };

/** A role's CONNECT and the CONNACK that answers it. */
export function greeting(
  scene: Scene,
  role: string,
): { readonly connect: Seen<"CONNECT">; readonly connack: Seen<"CONNACK"> } {
  const connect = scene.played("CONNECT", { role });
  const place = { role, connection: connect.connection, after: connect };
  return { connect, connack: scene.answered("CONNACK", place, [connect]) };
}

export const acceptedOnce: Claim = {
  id: "connack",
  title: {
    en: "the broker answers the CONNECT with one CONNACK of return code 0",
    fr: "le broker répond au CONNECT par un seul CONNACK de code de retour 0",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.1.4-4", "MQTT-2.2.2-1"],
  hint: {
    en: "Which packet comes back first, and what does the second number of its log line mean?",
    fr: "Quel paquet revient en premier, et que signifie le second nombre de sa ligne dans le journal ?",
  },
  judge(scene) {
    const { connect, connack } = greeting(scene, "client");
    wellFormed(connack);
    equal(RETURN_CODE, connack.packet.code, 0, connect, connack);
    const another = scene.packets("broker", "CONNACK", { role: "client", after: connack });
    if (another.length > 0) {
      fail(
        { en: "one CONNACK", fr: "un seul CONNACK" },
        { en: `${another.length + 1} of them`, fr: `${another.length + 1} CONNACK` },
        connect,
        connack,
        another,
      );
    }
    return pass(connect, connack, fenceAfter(scene, "client", connack));
  },
};

export const sessionNotPresent: Claim = {
  id: "no-session",
  title: {
    en: "the CONNACK to a clean session says that no session is present",
    fr: "le CONNACK d’une clean session indique qu’aucune session n’est présente",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.2.2-1"],
  hint: {
    en: "The first number of the log’s CONNACK line: what could the broker have kept?",
    fr: "Le premier nombre de la ligne CONNACK du journal : qu’est-ce que le broker aurait pu conserver ?",
  },
  judge(scene) {
    const { connect, connack } = greeting(scene, "client");
    equal(SESSION_PRESENT, Number(connack.packet.sessionPresent), 0, connect, connack);
    return pass(connect, connack);
  },
};

export const firstIsConnack: Claim = {
  id: "connack-first",
  title: {
    en: "the CONNACK is the first packet from the broker, whatever the client has sent meanwhile",
    fr: "le CONNACK est le premier paquet du broker, quoi que le client ait déjà envoyé",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.2.0-1"],
  judge(scene) {
    const sent = scene.exchange("hasty").filter((entry) => entry.from === "client");
    const ping = scene.played("PINGREQ", { role: "hasty" });
    const [first] = scene.exchange("hasty").filter((entry): entry is PacketEntry => entry.from === "broker");
    if (first === undefined || first.packet.type !== "CONNACK") {
      return fail(
        { en: "a CONNACK first", fr: "d’abord un CONNACK" },
        first ? same(describe(first.packet)) : scene.insteadOf({ role: "hasty" }),
        sent,
        first ?? [],
      );
    }
    return pass(sent, first, scene.answered("PINGRESP", { role: "hasty", after: ping }, [ping]));
  },
};

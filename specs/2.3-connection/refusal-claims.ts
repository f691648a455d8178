/** What a refused CONNECT is answered, and what becomes of its connection. */
import { atLeast } from "../../src/evidence/log/version";
import type { Claim, Deviation } from "../../src/judge/claim";
import { equal, fail, inconclusive, pass } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";
import { greeting, RETURN_CODE, SESSION_PRESENT } from "./connack-claims";

const UNACCEPTABLE_LEVEL = 1;

/** CONNACK of MQTT 5: unsupported protocol version. */
const IN_THE_FORM_OF_MQTT5 = "2003008400";

const answersAsMqtt5: Deviation = {
  applies: (scene) =>
    scene.broker.software === "mosquitto" &&
    atLeast(scene.broker.version ?? "0", "2.1.0") &&
    greeting(scene, "other-level").connack.raw.toString("hex") === IN_THE_FORM_OF_MQTT5,
  because: {
    en: "Mosquitto 2.1 refuses unknown protocol levels in the form of MQTT 5 (20 03 00 84 00), as measured on 2.1.2",
    fr: "Mosquitto 2.1 refuse les niveaux de protocole inconnus sous la forme de MQTT 5 (20 03 00 84 00), comme mesuré sur 2.1.2",
  },
};

export const levelRefused: Claim = {
  id: "unsupported-level",
  title: {
    en: "a protocol level that the broker does not support is refused with return code 1",
    fr: "un niveau de protocole que le broker ne connaît pas est refusé avec le code de retour 1",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.1.2-2"],
  deviations: [answersAsMqtt5],
  judge(scene) {
    const { connect, connack } = greeting(scene, "other-level");
    equal(RETURN_CODE, connack.packet.code, UNACCEPTABLE_LEVEL, connect, connack);
    return pass(connect, connack);
  },
};

/** The refused connections of the exercise. Inconclusive when the broker refused none. */
function refusals(scene: Scene) {
  const refused = ["nobody", "other-level"]
    .filter((role) => scene.packets("broker", "CONNACK", { role }).length > 0)
    .map((role) => ({ role, ...greeting(scene, role) }))
    .filter(({ connack }) => connack.packet.code !== 0);
  if (refused.length > 0) return refused;
  return inconclusive({
    en: "no CONNACK with a return code other than 0 was seen",
    fr: "aucun CONNACK avec un code de retour autre que 0 n’a été vu",
  });
}

export const refusalHasNoSession: Claim = {
  id: "refusal-no-session",
  title: {
    en: "a CONNACK that refuses says that no session is present",
    fr: "un CONNACK de refus indique qu’aucune session n’est présente",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.2.2-4"],
  judge(scene) {
    const seen = refusals(scene);
    for (const { connect, connack } of seen) {
      equal(SESSION_PRESENT, Number(connack.packet.sessionPresent), 0, connect, connack);
    }
    return pass(seen.map(({ connack }) => connack));
  },
};

export const refusalCloses: Claim = {
  id: "refusal-closes",
  title: {
    en: "after a CONNACK that refuses, the broker closes the connection",
    fr: "après un CONNACK de refus, le broker ferme la connexion",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.2.2-5", "MQTT-3.1.2-2"],
  judge(scene) {
    const evidence = refusals(scene).flatMap(({ role, connect, connack }) => {
      const closing = scene
        .closings(role)
        .find((entry) => entry.connection === connack.connection && scene.precedes(connack, entry));
      if (closing?.by === "broker") return [connack, closing];
      return fail(
        { en: "the connection closed by the broker", fr: "la connexion fermée par le broker" },
        { en: "it stayed open", fr: "elle est restée ouverte" },
        connect,
        connack,
        closing ?? [],
      );
    });
    return pass(evidence);
  },
};

/** The publisher's leg at QoS 1: the PUBACK was lost, and the publisher repeats its PUBLISH. */
import type { Claim } from "../../src/judge/claim";
import { aedes } from "../../src/judge/claims/aedes";
import { answerTo } from "../../src/judge/claims/acknowledged";
import { nothingBut } from "../../src/judge/claims/fence";
import { publication } from "../../src/judge/claims/publication";
import { equal, fail, pass } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";
import { same } from "../../src/words/text";

/** Both PUBLISH packets, and the PUBACK that the publisher never got. */
function repetition(scene: Scene) {
  const first = publication(scene, "unlucky", "repeated");
  const lost = answerTo(scene, first, "PUBACK");
  return { first, lost, second: publication(scene, "repeated", "repeated") };
}

/** What the subscriber was sent of it. */
function copies(scene: Scene) {
  const { first } = repetition(scene);
  scene.answered("PUBLISH", { role: "observer", after: first }, [first]);
  return scene.packets("broker", "PUBLISH", { role: "observer", after: first });
}

export const acknowledgedAgain: Claim = {
  id: "puback-again",
  title: {
    en: "a PUBLISH repeated after the PUBACK was lost is answered with another PUBACK of the same packet identifier",
    fr: "un PUBLISH répété après la perte du PUBACK reçoit un nouveau PUBACK portant le même identifiant de paquet",
  },
  rests: ["wire"],
  clauses: ["MQTT-4.3.2-2", "MQTT-2.3.1-6"],
  judge(scene) {
    const { first, lost, second } = repetition(scene);
    return pass(first, lost, second, answerTo(scene, second, "PUBACK"));
  },
};

export const countedAgain: Claim = {
  id: "duplicate-possible",
  title: {
    en: "the repeated PUBLISH counts as a new message: the subscriber receives it twice",
    fr: "le PUBLISH répété compte comme un nouveau message : l’abonné le reçoit deux fois",
  },
  rests: ["message", "wire"],
  clauses: ["MQTT-4.3.2-2"],
  hint: {
    en: "Can a broker that has sent its PUBACK still know the packet identifier? What does QoS 1 promise, and what not?",
    fr: "Un broker qui a envoyé son PUBACK connaît-il encore l’identifiant de paquet ? Que promet QoS 1, et que ne promet-il pas ?",
  },
  judge(scene) {
    const { first, second } = repetition(scene);
    const got = copies(scene);
    const handed = scene.messages("observer", { topic: first.packet.topic });
    if (got.length !== 2 || handed.length !== 2) {
      fail(
        { en: "the message twice", fr: "le message deux fois" },
        same(`${got.length} PUBLISH, ${handed.length} message`),
        first,
        second,
        got,
        handed,
      );
    }
    return pass(first, second, handed, nothingBut(scene, { role: "observer", after: first }, got));
  },
};

const passesOn = aedes(
  {
    en: "Aedes copies the publisher’s DUP flag into the deliveries (aedes-packet/packet.js), as seen with 1.2.0",
    fr: "Aedes recopie le bit DUP de l’émetteur dans les livraisons (aedes-packet/packet.js), comme observé avec 1.2.0",
  },
  (scene) => copies(scene).filter(({ packet }) => packet.dup).length === 1,
);

export const dupNotPassedOn: Claim = {
  id: "dup-not-passed-on",
  title: {
    en: "the DUP flag of the publisher’s PUBLISH is not passed on to the subscriber",
    fr: "le bit DUP du PUBLISH de l’émetteur n’est pas transmis à l’abonné",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.3.1-3"],
  deviations: [passesOn],
  hint: {
    en: "Between whom and whom does DUP speak?",
    fr: "Entre qui et qui le bit DUP a-t-il un sens ?",
  },
  judge(scene) {
    const { first, second } = repetition(scene);
    const got = copies(scene);
    for (const copy of got) equal(same("DUP (d)"), Number(copy.packet.dup), 0, second, copy);
    return pass(first, second, got);
  },
};

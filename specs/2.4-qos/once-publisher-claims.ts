/** What the broker makes of a QoS 2 exchange that the publisher has to take up again. */
import type { Claim } from "../../src/judge/claim";
import { aedes } from "../../src/judge/claims/aedes";
import { answerTo } from "../../src/judge/claims/acknowledged";
import { nothingBut } from "../../src/judge/claims/fence";
import { deliveries, publication, publications } from "../../src/judge/claims/publication";
import { equal, fail, pass } from "../../src/judge/finding";
import type { Scene, Seen } from "../../src/judge/scene";
import { same, type Text } from "../../src/words/text";
import { after, before, CUTS, type Cut } from "./once-publishers";

const WHEN: Readonly<Record<Cut, Text>> = {
  publish: {
    en: "connection cut after PUBLISH, with the PUBLISH repeated",
    fr: "connexion coupée après PUBLISH, le PUBLISH étant répété",
  },
  pubrec: {
    en: "connection cut after PUBREC, with the PUBREL sent on the next connection",
    fr: "connexion coupée après PUBREC, le PUBREL étant envoyé sur la connexion suivante",
  },
  pubrel: {
    en: "connection cut after PUBREL, with the PUBREL repeated",
    fr: "connexion coupée après PUBREL, le PUBREL étant répété",
  },
  live: {
    en: "with the PUBLISH repeated on the same connection",
    fr: "le PUBLISH étant répété sur la même connexion",
  },
};

/** The end of the publisher's exchange: by then the broker has passed the message on. */
function completed(scene: Scene, cut: Cut) {
  const pubrel = scene.played("PUBREL", { role: after(cut) });
  return [pubrel, answerTo(scene, pubrel, "PUBCOMP")] as const;
}

/** The PUBLISH packets of one publisher, before the cut and after it. */
function attempts(scene: Scene, cut: Cut) {
  publication(scene, before(cut), cut);
  return [...new Set([before(cut), after(cut)])].flatMap((role) => publications(scene, role, cut));
}

export function onlyOnce(cut: Cut): Claim {
  return {
    id: `once-${cut}`,
    title: {
      en: `${WHEN[cut].en}: the subscriber receives the message exactly once`,
      fr: `${WHEN[cut].fr} : l’abonné reçoit le message exactement une fois`,
    },
    rests: ["message", "wire"],
    clauses: ["MQTT-4.3.3-2"],
    hint: {
      en: "How does the broker know that it has seen this PUBLISH before, and until when does it remember?",
      fr: "À quoi le broker reconnaît-il un PUBLISH déjà vu, et jusqu’à quand s’en souvient-il ?",
    },
    judge(scene) {
      const sent = publication(scene, before(cut), cut);
      scene.played("PUBREL", { role: after(cut) });
      scene.answered("PUBLISH", { role: "observer", topic: sent.packet.topic }, [sent]);
      const got = deliveries(scene, "observer", cut);
      const messages = scene.messages("observer", { topic: sent.packet.topic });
      if (got.length !== 1 || messages.length !== 1) {
        fail(
          { en: "the message, once", fr: "le message, une fois" },
          same(`${got.length} PUBLISH, ${messages.length} message`),
          attempts(scene, cut),
          got,
          messages,
        );
      }
      const observed = { role: "observer", after: sent, name: cut };
      return pass(attempts(scene, cut), messages, nothingBut(scene, observed, got));
    },
  };
}

export const pubrecAgain: Claim = {
  id: "pubrec-again",
  title: {
    en: "a PUBLISH that is repeated before its PUBREL is answered with PUBREC again",
    fr: "un PUBLISH répété avant son PUBREL reçoit de nouveau un PUBREC",
  },
  rests: ["wire"],
  clauses: ["MQTT-4.3.3-2", "MQTT-2.3.1-6"],
  judge(scene) {
    const evidence = (["publish", "live"] as const).flatMap((cut) => {
      const repeated =
        publications(scene, after(cut), cut).find(({ packet }) => packet.dup) ??
        scene.unplayed(same(`PUBLISH d1 (${after(cut)})`));
      return [repeated, answerTo(scene, repeated, "PUBREC")];
    });
    return pass(evidence);
  },
};

/** The PUBREL of the second connection is answered, whether it is the first or a repeated one. */
export function pubcompAfter(cut: "pubrec" | "pubrel"): Claim {
  return {
    id: `pubcomp-after-${cut}`,
    title: {
      en: `${WHEN[cut].en}: the broker answers with PUBCOMP`,
      fr: `${WHEN[cut].fr} : le broker répond par PUBCOMP`,
    },
    rests: ["wire"],
    clauses: ["MQTT-4.3.3-2"],
    judge: (scene) => pass(publication(scene, before(cut), cut), completed(scene, cut)),
  };
}

const passesOn = aedes(
  {
    en: "Aedes copies the publisher’s DUP flag into the deliveries (aedes-packet/packet.js), as seen with 1.2.0",
    fr: "Aedes recopie le bit DUP de l’émetteur dans les livraisons (aedes-packet/packet.js), comme observé avec 1.2.0",
  },
  () => true,
);

/** What the observer was sent of it. Inconclusive without: whether it was is another claim's matter. */
function deliveryTo(scene: Scene, { packet: { topic } }: Seen<"PUBLISH">): Seen<"PUBLISH"> {
  const got = scene.packets("broker", "PUBLISH", { role: "observer", topic })[0];
  return got ?? scene.unplayed(same(`PUBLISH '${topic}' (observer)`));
}

export const withoutDup: Claim = {
  id: "dup-not-passed-on",
  title: {
    en: "the DUP flag of a repeated PUBLISH is not passed on to the subscriber",
    fr: "le bit DUP d’un PUBLISH répété n’est pas transmis à l’abonné",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.3.1-3"],
  deviations: [passesOn],
  hint: {
    en: "Between whom and whom does DUP speak?",
    fr: "Entre qui et qui le bit DUP a-t-il un sens ?",
  },
  judge(scene) {
    const evidence = (["publish", "live"] as const).flatMap((cut) => {
      const repeated = attempts(scene, cut).filter(({ packet }) => packet.dup);
      const sent = publication(scene, before(cut), cut);
      const got = deliveryTo(scene, sent);
      equal(same("DUP (d)"), Number(got.packet.dup), 0, repeated, got);
      return [...repeated, got];
    });
    return pass(evidence);
  },
};

export const loggedOnce: Claim = {
  id: "log-once",
  title: {
    en: "the log shows every PUBLISH that was received, and one that was sent for each message",
    fr: "le journal montre chaque PUBLISH reçu, et un seul envoyé pour chaque message",
  },
  rests: ["log", "wire"],
  hint: {
    en: "Count “Received PUBLISH” and “Sending PUBLISH” for one topic.",
    fr: "Comptez les « Received PUBLISH » et les « Sending PUBLISH » d’un même topic.",
  },
  judge(scene) {
    const evidence = CUTS.flatMap((cut) => {
      const sent = attempts(scene, cut);
      const topic = deliveryTo(scene, publication(scene, before(cut), cut)).packet.topic;
      const received = scene.logged(before(cut), "packet", { from: "client", type: "PUBLISH", topic });
      const delivered = scene.logged("observer", "packet", { from: "broker", type: "PUBLISH", topic });
      const entries = [...received, ...delivered].map(({ entry }) => entry);
      const count = (a: number, b: number) => same(`${cut}: ${a} × Received PUBLISH, ${b} × Sending PUBLISH`);
      if (received.length !== sent.length || delivered.length !== 1) {
        fail(count(sent.length, 1), count(received.length, delivered.length), sent, entries);
      }
      return entries;
    });
    return pass(evidence);
  },
};

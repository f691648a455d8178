/** How the broker takes up a QoS 2 delivery again when its subscriber returns. */
import type { Claim } from "../../src/judge/claim";
import { aedes } from "../../src/judge/claims/aedes";
import { fenceAfter, nothingBut } from "../../src/judge/claims/fence";
import { connection, resumed } from "../../src/judge/claims/resumed";
import { equal, fail, pass } from "../../src/judge/finding";
import type { Scene, Seen } from "../../src/judge/scene";
import { describe } from "../../src/evidence/wire/mqtt/packet";
import { same } from "../../src/words/text";
import { after, CUTS } from "./once-publishers";
import { back, later, lost, LOSSES, type Loss } from "./once-subscribers";

const PACKET_ID = { en: "packet identifier", fr: "identifiant de paquet" };

/** The delivery on the subscriber's first connection. */
function firstDelivery(scene: Scene, loss: Loss): Seen<"PUBLISH"> {
  const subscribe = scene.played("SUBSCRIBE", { role: lost(loss) });
  const sent = scene.played("PUBLISH", { role: "source", topic: subscribe.packet.filters[0]?.filter ?? "" });
  return scene.answered("PUBLISH", { role: lost(loss), after: subscribe }, [sent]);
}

const sendsAsStored = aedes(
  {
    en: "Aedes sends a stored message again as it stored it, with DUP 0 (emptyQueue in lib/handlers/connect.js), as seen with 1.2.0",
    fr: "Aedes renvoie un message tel qu’il l’a enregistré, avec DUP à 0 (emptyQueue dans lib/handlers/connect.js), comme observé avec 1.2.0",
  },
  (scene) => {
    const first = firstDelivery(scene, "publish");
    const again = scene.packets("broker", "PUBLISH", { role: back("publish") })[0];
    return again?.packet.packetId === first.packet.packetId;
  },
);

export const publishAgain: Claim = {
  id: "publish-again",
  title: {
    en: "connection cut before the subscriber’s PUBREC: the PUBLISH is sent again, with DUP 1 and the same packet identifier",
    fr: "connexion coupée avant le PUBREC de l’abonné : le PUBLISH est renvoyé, avec DUP à 1 et le même identifiant de paquet",
  },
  rests: ["wire"],
  clauses: ["MQTT-4.4.0-1", "MQTT-3.3.1-1", "MQTT-2.3.1-4"],
  deviations: [sendsAsStored],
  hint: {
    en: "By what does the subscriber recognise that it already has this message?",
    fr: "À quoi l’abonné reconnaît-il qu’il a déjà ce message ?",
  },
  judge(scene) {
    const first = firstDelivery(scene, "publish");
    const { connect } = connection(scene, back("publish"));
    const again = scene.answered("PUBLISH", { role: back("publish"), after: connect }, [first, connect]);
    equal(PACKET_ID, again.packet.packetId, first.packet.packetId ?? 0, first, again);
    equal(same("DUP (d)"), Number(again.packet.dup), 1, first, again);
    return pass(first, again);
  },
};

const WHEN = {
  pubrec: {
    en: "connection cut after the subscriber’s PUBREC: the exchange goes on with a PUBREL of the same packet identifier",
    fr: "connexion coupée après le PUBREC de l’abonné : l’échange reprend par un PUBREL portant le même identifiant de paquet",
  },
  pubrel: {
    en: "connection cut before the subscriber’s PUBCOMP: the PUBREL is sent again, with the same packet identifier",
    fr: "connexion coupée avant le PUBCOMP de l’abonné : le PUBREL est renvoyé, avec le même identifiant de paquet",
  },
} as const;

export function pubrelAfter(loss: "pubrec" | "pubrel"): Claim {
  return {
    id: `pubrel-after-${loss}`,
    title: WHEN[loss],
    rests: ["wire"],
    clauses: ["MQTT-4.4.0-1", "MQTT-4.3.3-1"],
    hint: {
      en: "Which acknowledgement is the broker still waiting for?",
      fr: "Quel acquittement le broker attend-il encore ?",
    },
    judge(scene) {
      const first = firstDelivery(scene, loss);
      const pubrec = scene.played("PUBREC", { role: lost(loss), after: first });
      const { connect } = connection(scene, back(loss));
      const pubrel = scene.answered("PUBREL", { role: back(loss), after: connect }, [pubrec, connect]);
      equal(PACKET_ID, pubrel.packet.packetId, first.packet.packetId ?? 0, first, pubrel);
      return pass(first, pubrec, connect, pubrel);
    },
  };
}

export const noPublishAgain: Claim = {
  id: "no-publish-after-pubrec",
  title: {
    en: "after the subscriber’s PUBREC the PUBLISH is never sent again",
    fr: "après le PUBREC de l’abonné, le PUBLISH n’est plus jamais envoyé",
  },
  rests: ["wire"],
  clauses: ["MQTT-4.3.3-1"],
  judge(scene) {
    const evidence = (["pubrec", "pubrel"] as const).flatMap((loss) => {
      const pubrec = scene.played("PUBREC", { role: lost(loss) });
      const { connack } = connection(scene, back(loss));
      return [pubrec, ...nothingBut(scene, { role: back(loss), after: connack })];
    });
    return pass(evidence);
  },
};

export const nothingLeft: Claim = {
  id: "nothing-left",
  title: {
    en: "once the subscriber has sent PUBCOMP, nothing of the exchange is sent again",
    fr: "une fois le PUBCOMP de l’abonné envoyé, plus rien de l’échange n’est renvoyé",
  },
  rests: ["wire"],
  clauses: ["MQTT-4.3.3-1"],
  judge(scene) {
    const evidence = LOSSES.flatMap((loss) => {
      const pubcomp = scene.played("PUBCOMP", { role: back(loss) });
      const { connack } = connection(scene, later(loss));
      const fence = fenceAfter(scene, later(loss), connack);
      const others = scene
        .exchange(later(loss), { after: connack, before: fence })
        .filter(({ from }) => from === "broker");
      if (others.length > 0) {
        const seen = same(others.map(({ packet }) => describe(packet)).join(", "));
        fail({ en: "nothing before the PINGRESP", fr: "rien avant le PINGRESP" }, seen, pubcomp, others);
      }
      return [pubcomp, connack, fence];
    });
    return pass(evidence);
  },
};

const forgetsWithoutSubscription = aedes(
  {
    en: "Aedes says that a session without subscriptions is not present, though it keeps it (lib/handlers/connect.js), as seen with 1.2.0",
    fr: "Aedes déclare absente une session sans abonnement, bien qu’il la conserve (lib/handlers/connect.js), comme observé avec 1.2.0",
  },
  (scene) => LOSSES.every((loss) => connection(scene, back(loss)).connack.packet.sessionPresent),
);

export const sessionsPresent: Claim = {
  id: "session-present",
  title: {
    en: "whoever returns with clean session 0 is told that its session is present",
    fr: "quiconque revient avec clean session à 0 apprend que sa session est présente",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.2.2-2", "MQTT-4.1.0-1"],
  deviations: [forgetsWithoutSubscription],
  judge(scene) {
    const publishers = CUTS.filter((cut) => cut !== "live").map(after);
    const evidence = [...publishers, ...LOSSES.map(back)].map((role) => resumed(scene, role).connack);
    return pass(evidence);
  },
};

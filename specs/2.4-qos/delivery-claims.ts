import type { Claim } from "../../src/judge/claim";
import { handedOverOnce, sameContent } from "../../src/judge/claims/delivery";
import { fail, pass } from "../../src/judge/finding";
import type { Text } from "../../src/words/text";

export const content: Claim = {
  id: "content",
  title: {
    en: "topic and payload arrive byte for byte",
    fr: "le topic et le contenu arrivent à l’octet près",
  },
  rests: ["wire"],
  judge: (scene) => sameContent(scene, "publisher", "subscriber"),
};

/** @param title what “once” promises at this QoS */
export function receivedOnce(title: Text): Claim {
  return {
    id: "received-once",
    title,
    rests: ["message", "wire"],
    judge: (scene) => handedOverOnce(scene, "publisher", "subscriber"),
  };
}

/** @param cause what the broker must have received before it passes the message on */
export function loggedInTurn(cause: "PUBLISH" | "PUBREL"): Claim {
  return {
    id: "log-in-turn",
    title: {
      en: `in the log the delivery stands behind the publisher’s ${cause}`,
      fr: `dans le journal, la livraison vient après le ${cause} de l’émetteur`,
    },
    rests: ["log", "wire"],
    hint: {
      en: "Read the lines of both clients in their order: which packet makes the broker send?",
      fr: "Lisez les lignes des deux clients dans l’ordre : quel paquet fait envoyer le broker ?",
    },
    judge(scene) {
      const sent = scene.played(cause, { role: "publisher" });
      const received = scene.logged("publisher", "packet", { from: "client", type: cause })[0];
      const sending = scene.logged("subscriber", "packet", { from: "broker", type: "PUBLISH" })[0];
      const lines = [received, sending].flatMap((line) => line?.entry ?? []);
      if (received && sending && scene.precedes(received.entry, sending.entry)) return pass(sent, lines);
      return fail(
        {
          en: `Received ${cause} …, then Sending PUBLISH …`,
          fr: `Received ${cause} …, puis Sending PUBLISH …`,
        },
        lines.length < 2
          ? { en: "one of the two is missing", fr: "il manque une des deux lignes" }
          : { en: "the other way round", fr: "l’inverse" },
        sent,
        lines,
      );
    },
  };
}

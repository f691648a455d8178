import { exercise } from "../../src/exercise/exercise";
import { everyRequestAnswered } from "../../src/judge/claims/acknowledged";
import { delivered, freshDelivery, lastFence } from "../../src/judge/claims/delivery";
import { content, loggedInTurn, receivedOnce } from "./delivery-claims";
import { logTellsWire } from "../../src/judge/claims/log-tells-wire";
import { equal, fail, pass } from "../../src/judge/finding";
import { same } from "../../src/words/text";

export const qos1 = exercise({
  id: "2.4-qos1",
  section: "2.4",
  title: { en: "QoS 1: at least once", fr: "QoS 1 : au moins une fois" },
  asks: {
    en: "What happens with QoS 1? Watch the exchange and note how it differs from QoS 0.",
    fr: "Que se passe-t-il avec QoS 1 ? Observez l’échange des paquets et notez les différences par rapport à QoS 0.",
  },
  needs: ["qos1"],
  async play(stage) {
    const subscriber = await stage.client("subscriber");
    await subscriber.subscribe({ [stage.topic("qos1")]: 1 });
    const publisher = await stage.client("publisher");
    await publisher.publish(stage.topic("qos1"), stage.payload("at least once"), { qos: 1 });
    await subscriber.messages(1);
    await publisher.fence();
    await subscriber.fence();
    await publisher.disconnect();
    await subscriber.disconnect();
  },
  claims: [
    {
      id: "puback",
      title: {
        en: "the broker answers the PUBLISH with one PUBACK of the same packet identifier",
        fr: "le broker répond au PUBLISH par un seul PUBACK portant le même identifiant de paquet",
      },
      rests: ["wire"],
      clauses: ["MQTT-4.3.2-2", "MQTT-3.3.4-1", "MQTT-2.3.1-6"],
      hint: {
        en: "Follow the publisher’s packet identifier: in which packet does it come back?",
        fr: "Suivez l’identifiant de paquet de l’émetteur : dans quel paquet revient-il ?",
      },
      judge: (scene) =>
        everyRequestAnswered(scene, { role: "publisher", request: "PUBLISH", answer: "PUBACK" }),
    },
    {
      id: "puback-flags",
      title: { en: "the PUBACK’s reserved flags are zero", fr: "les bits réservés du PUBACK sont à zéro" },
      rests: ["wire"],
      clauses: ["MQTT-2.2.2-1"],
      judge(scene) {
        const publish = scene.played("PUBLISH", { role: "publisher" });
        const puback = scene.answered("PUBACK", { role: "publisher", after: publish }, [publish]);
        equal({ en: "flags", fr: "bits de l’en-tête" }, puback.packet.flags, 0, puback);
        return pass(puback);
      },
    },
    {
      id: "delivered-as-qos1",
      title: {
        en: "the delivery is QoS 1, not a duplicate, and has a packet identifier of its own",
        fr: "la livraison est en QoS 1, n’est pas un doublon et porte son propre identifiant de paquet",
      },
      rests: ["wire"],
      clauses: ["MQTT-4.3.2-1", "MQTT-2.3.1-1", "MQTT-3.8.4-6"],
      judge: (scene) => freshDelivery(scene, "publisher", "subscriber", 1),
    },
    {
      id: "not-sent-again",
      title: {
        en: "once the subscriber has sent PUBACK, the message is not sent again",
        fr: "une fois le PUBACK de l’abonné envoyé, le message n’est plus renvoyé",
      },
      rests: ["wire"],
      clauses: ["MQTT-4.3.2-1"],
      judge(scene) {
        const { got } = delivered(scene, "publisher", "subscriber");
        const puback = scene.played("PUBACK", { role: "subscriber", after: got });
        const fence = lastFence(scene, "subscriber");
        const again = scene.packets("broker", "PUBLISH", { role: "subscriber", after: got });
        if (again.length > 0) {
          fail(
            { en: "no further PUBLISH", fr: "aucun autre PUBLISH" },
            same(`${again.length} PUBLISH`),
            got,
            puback,
            again,
          );
        }
        return pass(got, puback, fence);
      },
    },
    content,
    receivedOnce({
      en: "on a sound network the subscriber receives the message once",
      fr: "sur un réseau sain, l’abonné reçoit le message une seule fois",
    }),
    loggedInTurn("PUBLISH"),
    logTellsWire(),
  ],
});

import { exercise } from "../../src/exercise/exercise";
import { delivered, freshDelivery, lastFence } from "../../src/judge/claims/delivery";
import { content, receivedOnce } from "./delivery-claims";
import { logTellsWire } from "../../src/judge/claims/log-tells-wire";
import { equal, fail, pass } from "../../src/judge/finding";

export const qos0 = exercise({
  id: "2.4-qos0",
  section: "2.4",
  title: { en: "QoS 0: at most once", fr: "QoS 0 : au plus une fois" },
  asks: {
    en: "What happens when you use QoS 0? Find the packets that client and broker exchange.",
    fr: "Que se passe-t-il lorsque vous utilisez QoS 0 ? Identifiez les paquets échangés entre le client et le broker.",
  },
  async play(stage) {
    const subscriber = await stage.client("subscriber");
    await subscriber.subscribe({ [stage.topic("qos0")]: 0 });
    const publisher = await stage.client("publisher");
    await publisher.publish(stage.topic("qos0"), stage.payload("at most once"), { qos: 0 });
    await subscriber.messages(1);
    await publisher.fence();
    await subscriber.fence();
    await publisher.disconnect();
    await subscriber.disconnect();
  },
  claims: [
    {
      id: "no-acknowledgement",
      title: {
        en: "the broker acknowledges a QoS 0 PUBLISH with no packet at all",
        fr: "le broker n’acquitte un PUBLISH en QoS 0 par aucun paquet",
      },
      rests: ["wire"],
      clauses: ["MQTT-3.3.4-1"],
      hint: {
        en: "Look at what follows the PUBLISH on the publisher’s connection. What does QoS 0 promise?",
        fr: "Regardez ce qui suit le PUBLISH sur la connexion de l’émetteur. Que promet QoS 0 ?",
      },
      judge(scene) {
        const publish = scene.played("PUBLISH", { role: "publisher" });
        const fence = lastFence(scene, "publisher");
        const between = scene
          .exchange("publisher", { after: publish, before: fence })
          .filter((entry) => entry.from === "broker");
        if (between.length > 0) {
          fail(
            { en: "nothing before the PINGRESP", fr: "rien avant le PINGRESP" },
            scene.insteadOf({ role: "publisher", after: publish }),
            publish,
            between,
            fence,
          );
        }
        return pass(publish, fence);
      },
    },
    {
      id: "delivered-as-qos0",
      title: {
        en: "the delivery is QoS 0, not a duplicate, and has no packet identifier",
        fr: "la livraison est en QoS 0, n’est pas un doublon et n’a pas d’identifiant de paquet",
      },
      rests: ["wire"],
      clauses: ["MQTT-4.3.1-1", "MQTT-2.3.1-5"],
      hint: {
        en: "Which letters of the log’s PUBLISH line stand for QoS and packet identifier?",
        fr: "Quelles lettres de la ligne PUBLISH du journal désignent la QoS et l’identifiant de paquet ?",
      },
      judge(scene) {
        const { sent, got } = delivered(scene, "publisher", "subscriber");
        // Without a packet identifier the header is as long as the publisher's own.
        equal(
          { en: "length of the packet in bytes", fr: "longueur du paquet en octets" },
          got.packet.length,
          sent.packet.length,
          sent,
          got,
        );
        return freshDelivery(scene, "publisher", "subscriber", 0);
      },
    },
    content,
    receivedOnce({
      en: "the subscriber receives the message once",
      fr: "l’abonné reçoit le message une seule fois",
    }),
    logTellsWire(),
  ],
});

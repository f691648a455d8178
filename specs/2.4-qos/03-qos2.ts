import { exercise } from "../../src/exercise/exercise";
import type { Deviation } from "../../src/judge/claim";
import { answerTo, everyRequestAnswered } from "../../src/judge/claims/acknowledged";
import { delivered, freshDelivery, lastFence } from "../../src/judge/claims/delivery";
import { content, loggedInTurn, receivedOnce } from "./delivery-claims";
import { logTellsWire } from "../../src/judge/claims/log-tells-wire";
import { equal, fail, pass } from "../../src/judge/finding";

/** What the raw publisher numbers its message: nothing that a broker would pick by itself. */
const PACKET_ID = 312;

/** The claim is about the exchange as the sheet draws it. The standard's figure 4.3 (method B) leaves the other way open. */
const deliversAtOnce: Deviation = {
  applies: (scene) => scene.broker.software !== "mosquitto",
  because: {
    en: "MQTT lets a broker pass a QoS 2 message on as soon as it has stored the packet identifier (figure 4.3, method B); Mosquitto waits for the PUBREL, Aedes does not (lib/handlers/publish.js)",
    fr: "MQTT permet au broker de transmettre un message en QoS 2 dès qu’il a enregistré l’identifiant de paquet (figure 4.3, méthode B) ; Mosquitto attend le PUBREL, Aedes non (lib/handlers/publish.js)",
  },
};

export const qos2 = exercise({
  id: "2.4-qos2",
  section: "2.4",
  title: { en: "QoS 2: exactly once", fr: "QoS 2 : exactement une fois" },
  asks: {
    en: "What happens with QoS 2? Describe the further steps of the exchange (PUBREC, PUBREL, PUBCOMP).",
    fr: "Que se passe-t-il avec QoS 2 ? Décrivez les étapes supplémentaires de l’échange (PUBREC, PUBREL, PUBCOMP).",
  },
  needs: ["qos2"],
  async play(stage) {
    const subscriber = await stage.client("subscriber");
    await subscriber.subscribe({ [stage.topic("qos2")]: 2 });
    const publisher = await stage.raw("publisher");
    await publisher.connect();
    publisher.publish(stage.topic("qos2"), stage.payload("exactly once"), { qos: 2, packetId: PACKET_ID });
    await publisher.expect("PUBREC");
    // Held here on purpose: what a broker delivers before PUBREL has come when the two fences are through.
    await publisher.fence();
    await subscriber.fence();
    stage.mark("before-pubrel");
    publisher.ack("pubrel", PACKET_ID);
    await publisher.expect("PUBCOMP");
    await subscriber.messages(1);
    await subscriber.fence();
    await publisher.disconnect();
    await subscriber.disconnect();
  },
  claims: [
    {
      id: "pubrec",
      title: {
        en: "the broker answers the PUBLISH with one PUBREC of the same packet identifier",
        fr: "le broker répond au PUBLISH par un seul PUBREC portant le même identifiant de paquet",
      },
      rests: ["wire"],
      clauses: ["MQTT-4.3.3-2", "MQTT-3.3.4-1", "MQTT-2.3.1-6"],
      hint: {
        en: "Figure 2 of the sheet: who sends the second packet?",
        fr: "Figure 2 de l’énoncé : qui envoie le deuxième paquet ?",
      },
      judge: (scene) =>
        everyRequestAnswered(scene, { role: "publisher", request: "PUBLISH", answer: "PUBREC" }),
    },
    {
      id: "pubcomp",
      title: {
        en: "the broker answers the PUBREL with one PUBCOMP of the same packet identifier",
        fr: "le broker répond au PUBREL par un seul PUBCOMP portant le même identifiant de paquet",
      },
      rests: ["wire"],
      clauses: ["MQTT-4.3.3-2"],
      hint: {
        en: "Figure 2 of the sheet: which packet ends the exchange?",
        fr: "Figure 2 de l’énoncé : quel paquet termine l’échange ?",
      },
      judge: (scene) =>
        everyRequestAnswered(scene, { role: "publisher", request: "PUBREL", answer: "PUBCOMP" }),
    },
    {
      id: "after-pubrel",
      title: {
        en: "the subscriber is sent the message after the publisher’s PUBREL, not before",
        fr: "le message est envoyé à l’abonné après le PUBREL de l’émetteur, pas avant",
      },
      rests: ["wire"],
      deviations: [deliversAtOnce],
      hint: {
        en: "Compare, in the log, the place of “Sending PUBLISH” with that of “Received PUBREL”.",
        fr: "Comparez, dans le journal, la place de « Sending PUBLISH » et celle de « Received PUBREL ».",
      },
      judge(scene) {
        const pubrel = scene.played("PUBREL", { role: "publisher" });
        scene.mark("before-pubrel");
        const early = scene.packets("broker", "PUBLISH", { role: "subscriber", before: pubrel });
        if (early.length > 0) {
          fail(
            { en: "no PUBLISH before the PUBREL", fr: "aucun PUBLISH avant le PUBREL" },
            { en: "it came before", fr: "il est venu avant" },
            early,
            pubrel,
          );
        }
        return pass(pubrel, scene.answered("PUBLISH", { role: "subscriber", after: pubrel }, [pubrel]));
      },
    },
    {
      id: "delivered-as-qos2",
      title: {
        en: "the delivery is QoS 2, not a duplicate, and has a packet identifier of its own",
        fr: "la livraison est en QoS 2, n’est pas un doublon et porte son propre identifiant de paquet",
      },
      rests: ["wire"],
      clauses: ["MQTT-4.3.3-1", "MQTT-2.3.1-1", "MQTT-3.8.4-6"],
      judge: (scene) => freshDelivery(scene, "publisher", "subscriber", 2),
    },
    {
      id: "pubrel",
      title: {
        en: "the broker answers the subscriber’s PUBREC with one PUBREL of the same packet identifier",
        fr: "le broker répond au PUBREC de l’abonné par un seul PUBREL portant le même identifiant de paquet",
      },
      rests: ["wire"],
      clauses: ["MQTT-4.3.3-1", "MQTT-2.3.1-6"],
      judge(scene) {
        const found = everyRequestAnswered(scene, {
          role: "subscriber",
          request: "PUBREC",
          answer: "PUBREL",
        });
        const pubrec = scene.played("PUBREC", { role: "subscriber" });
        const early = scene.packets("broker", "PUBREL", { role: "subscriber", before: pubrec });
        if (early.length > 0)
          fail(
            { en: "no PUBREL before the PUBREC", fr: "aucun PUBREL avant le PUBREC" },
            { en: "it came before", fr: "il est venu avant" },
            early,
            pubrec,
          );
        return found;
      },
    },
    {
      id: "pubrel-flags",
      title: { en: "the broker’s PUBREL has the flags 0010", fr: "le PUBREL du broker porte les bits 0010" },
      rests: ["wire"],
      clauses: ["MQTT-2.2.2-1", "MQTT-3.6.1-1"],
      judge(scene) {
        const pubrel = answerTo(scene, scene.played("PUBREC", { role: "subscriber" }), "PUBREL");
        equal({ en: "flags", fr: "bits de l’en-tête" }, pubrel.packet.flags, 2, pubrel);
        return pass(pubrel);
      },
    },
    {
      id: "not-sent-again",
      title: {
        en: "the PUBLISH is not sent again after the PUBREL",
        fr: "le PUBLISH n’est plus envoyé après le PUBREL",
      },
      rests: ["wire"],
      clauses: ["MQTT-4.3.3-1"],
      judge(scene) {
        const { got } = delivered(scene, "publisher", "subscriber");
        const fence = lastFence(scene, "subscriber");
        const again = scene.packets("broker", "PUBLISH", { role: "subscriber", after: got });
        if (again.length > 0) {
          fail(
            { en: "one PUBLISH", fr: "un seul PUBLISH" },
            { en: `${again.length + 1} of them`, fr: `${again.length + 1} PUBLISH` },
            got,
            again,
          );
        }
        return pass(got, fence);
      },
    },
    content,
    receivedOnce({
      en: "the subscriber receives the message exactly once",
      fr: "l’abonné reçoit le message exactement une fois",
    }),
    loggedInTurn("PUBREL"),
    logTellsWire(),
  ],
});

import { describe } from "../../src/evidence/wire/mqtt/packet";
import type { Claim } from "../../src/judge/claim";
import { fenceAfter, nothingBut } from "../../src/judge/claims/fence";
import { equal, fail, pass } from "../../src/judge/finding";
import { same } from "../../src/words/text";
import { cut, cutOnes, delivery, heardOnes, politeOnes } from "./wills";

export const published: Claim = {
  id: "published",
  title: {
    en: "when a connection is cut without DISCONNECT, by FIN or by RST, the broker publishes the client’s will, once",
    fr: "quand une connexion est coupée sans DISCONNECT, par FIN ou par RST, le broker publie une fois le testament du client",
  },
  rests: ["wire", "message"],
  clauses: ["MQTT-3.1.2-8", "MQTT-3.1.2-10"],
  hint: {
    en: "When did the broker learn what it has to publish, and when does it do so?",
    fr: "Quand le broker a-t-il appris ce qu’il doit publier, et quand le fait-il ?",
  },
  judge(scene) {
    const deliveries = cutOnes(scene).map((testator) => ({ ...testator, got: delivery(scene, testator) }));
    return pass(
      deliveries.flatMap(({ role, connect, will, got }) => {
        const closed = cut(scene, role);
        if (scene.precedes(got, closed))
          fail(
            { en: "the will after the cut", fr: "le testament après la coupure" },
            { en: "before it", fr: "avant" },
            connect,
            got,
            closed,
          );
        const observed = { role: "observer", after: connect, beyond: closed, name: role };
        const fence = nothingBut(scene, observed, [got]);
        const messages = scene.messages("observer", { topic: will.topic });
        if (messages.length !== 1 || !messages[0]?.payload.equals(will.payload))
          fail({ en: "one message", fr: "un message" }, same(String(messages.length)), got, messages);
        return [connect, closed, ...messages, ...fence];
      }),
    );
  },
};

export const discarded: Claim = {
  id: "discarded",
  title: {
    en: "after a DISCONNECT the will is discarded and not published",
    fr: "après un DISCONNECT, le testament est supprimé et n’est pas publié",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.14.4-3", "MQTT-3.1.2-10"],
  hint: {
    en: "What does a client tell the broker with a DISCONNECT?",
    fr: "Que dit un client au broker par un DISCONNECT ?",
  },
  judge(scene) {
    return pass(
      politeOnes(scene).flatMap(({ role, connect }) => {
        const disconnect = scene.played("DISCONNECT", { role, after: connect });
        const observed = { role: "observer", after: connect, beyond: cut(scene, role), name: role };
        return [connect, disconnect, ...nothingBut(scene, observed)];
      }),
    );
  },
};

export const noneWithoutWill: Claim = {
  id: "none",
  title: {
    en: "when a client without a will is cut, nothing is published in its name",
    fr: "quand un client sans testament est coupé, rien n’est publié en son nom",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.1.2-12"],
  hint: {
    en: "The observer is subscribed to everything in this exercise: count what it received.",
    fr: "L’observateur est abonné à tout dans cet exercice : comptez ce qu’il a reçu.",
  },
  judge(scene) {
    const connect = scene.played("CONNECT", { role: "willless" });
    const closed = cut(scene, "willless");
    const topics = scene
      .packets("client", "CONNECT")
      .map(({ packet }) => packet.will?.topic)
      .filter((topic) => topic !== undefined);
    const fence = fenceAfter(scene, "observer", closed);
    const others = scene
      .packets("broker", "PUBLISH", { role: "observer", after: connect, before: fence })
      .filter(({ packet }) => !topics.includes(packet.topic));
    if (others.length > 0)
      fail(
        { en: "only the wills that were left", fr: "uniquement les testaments confiés" },
        same(others.map(({ packet }) => describe(packet)).join(", ")),
        connect,
        closed,
        others,
        fence,
      );
    return pass(connect, closed, fence);
  },
};

export const qosKept: Claim = {
  id: "qos",
  title: {
    en: "a will is published with the QoS that the CONNECT gave it",
    fr: "un testament est publié avec la QoS que le CONNECT lui a donnée",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.8.4-6"],
  hint: {
    en: "Compare q of “Will message specified” with q of “Sending PUBLISH”.",
    fr: "Comparez le q de « Will message specified » avec celui de « Sending PUBLISH ».",
  },
  judge: (scene) =>
    pass(
      heardOnes(scene).flatMap((testator) => {
        const got = delivery(scene, testator);
        equal(same("QoS (q)"), got.packet.qos, testator.will.qos, testator.connect, got);
        return [testator.connect, got];
      }),
    ),
};

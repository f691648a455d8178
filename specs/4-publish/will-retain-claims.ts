import type { Claim } from "../../src/judge/claim";
import { nothingBut } from "../../src/judge/claims/fence";
import { equal, fail, pass } from "../../src/judge/finding";
import { same } from "../../src/words/text";
import { delivery, testator } from "./wills";

export const notRetained: Claim = {
  id: "not-retained",
  title: {
    en: "a will without retain is published and not kept: a client that subscribes later receives nothing",
    fr: "un testament sans retain est publié et n’est pas conservé : un client qui s’abonne ensuite ne reçoit rien",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.1.2-16"],
  hint: {
    en: "Which letter of “Will message specified” decides what becomes of it?",
    fr: "Quelle lettre de « Will message specified » décide de ce qu’il en advient ?",
  },
  judge(scene) {
    const left = testator(scene, "fin");
    const got = delivery(scene, left);
    equal(same("RETAIN (r)"), Number(got.packet.retain), 0, left.connect, got);
    const subscribe = scene.played("SUBSCRIBE", { role: "late-fin", after: got });
    return pass(left.connect, got, subscribe, nothingBut(scene, { role: "late-fin", after: subscribe }));
  },
};

export const retained: Claim = {
  id: "retained",
  title: {
    en: "a will with retain is kept: a client that subscribes later receives it with r1",
    fr: "un testament avec retain est conservé : un client qui s’abonne ensuite le reçoit avec r1",
  },
  rests: ["wire", "message"],
  clauses: ["MQTT-3.1.2-17"],
  needs: ["retain"],
  hint: {
    en: "What does the broker do with any other message that is published with r1?",
    fr: "Que fait le broker de tout autre message publié avec r1 ?",
  },
  judge(scene) {
    const left = testator(scene, "keeps");
    const live = delivery(scene, left);
    const subscribe = scene.played("SUBSCRIBE", { role: "late-keeps", after: live });
    const where = { role: "late-keeps", topic: left.will.topic, after: subscribe };
    const got = scene.answered("PUBLISH", where, [left.connect, live, subscribe]);
    equal(same("RETAIN (r)"), Number(got.packet.retain), 1, left.connect, got);
    const message = scene.messages("late-keeps", { topic: left.will.topic })[0];
    if (message?.payload.equals(left.will.payload)) return pass(left.connect, live, subscribe, got, message);
    return fail({ en: "the will as it was left", fr: "le testament tel que confié" }, NOTHING, got);
  },
};

const NOTHING = { en: "another message or none", fr: "un autre message ou aucun" };

import type { Claim } from "../../src/judge/claim";
import { publishLines, sameAsPackets } from "../../src/judge/claims/publish-line";
import { pass } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";
import { sent } from "./series";

const topicOf = (scene: Scene) => sent(scene)[0]?.packet.topic ?? "";

export const receivedLines: Claim = {
  id: "received-lines",
  title: {
    en: "each “Received PUBLISH” of the log has d, q, r and m of the publication",
    fr: "chaque « Received PUBLISH » du journal porte le d, le q, le r et le m de la publication",
  },
  rests: ["log", "wire"],
  hint: {
    en: "Which of the four letters did the publisher decide?",
    fr: "Lesquelles de ces quatre lettres l’émetteur a-t-il décidées ?",
  },
  judge: (scene) =>
    pass(sameAsPackets(sent(scene), publishLines(scene, "publisher", "client", topicOf(scene)))),
};

export const sendingLines: Claim = {
  id: "sending-lines",
  title: {
    en: "each “Sending PUBLISH” of the log has d, q, r and m of the delivery",
    fr: "chaque « Sending PUBLISH » du journal porte le d, le q, le r et le m de la livraison",
  },
  rests: ["log", "wire"],
  hint: {
    en: "Which of the four letters did the broker decide anew for this subscriber?",
    fr: "Lesquelles de ces quatre lettres le broker a-t-il décidées à nouveau pour cet abonné ?",
  },
  judge(scene) {
    const topic = topicOf(scene);
    scene.answered("PUBLISH", { role: "subscriber", topic });
    const packets = scene.packets("broker", "PUBLISH", { role: "subscriber", topic });
    return pass(sameAsPackets(packets, publishLines(scene, "subscriber", "broker", topic)));
  },
};

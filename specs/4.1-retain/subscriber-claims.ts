import type { Claim } from "../../src/judge/claim";
import { nothingBut } from "../../src/judge/claims/fence";
import { deliveries, publication, publications, reached, taken } from "../../src/judge/claims/publication";
import { equal, fail, pass } from "../../src/judge/finding";
import { describe } from "../../src/evidence/wire/mqtt/packet";
import { join, same } from "../../src/words/text";
import { receivedOnly } from "./newcomer";

export const toExisting: Claim = {
  id: "existing-r0",
  title: {
    en: "a subscriber that is already there receives each message of the topic with r0",
    fr: "un abonné déjà présent reçoit chaque message du topic avec r0",
  },
  rests: ["wire", "message"],
  clauses: ["MQTT-3.3.1-9"],
  hint: {
    en: "For whom is the message old news, and for whom is it new?",
    fr: "Pour qui le message est-il ancien, pour qui est-il nouveau ?",
  },
  judge(scene) {
    const all = publications(scene, "publisher", "life").filter(({ packet }) => packet.payload.length > 0);
    if (all.length < 3) scene.unplayed(same("PUBLISH"));
    return pass(
      all.flatMap((sent) => [sent, ...reached(scene, sent, "existing", { qos: 1, retain: false })]),
    );
  },
};

export const toNewcomer: Claim = {
  id: "newcomer-r1",
  title: {
    en: "a client that subscribes later receives the retained message at once, with r1",
    fr: "un client qui s’abonne ensuite reçoit aussitôt le message retenu, avec r1",
  },
  rests: ["wire", "message"],
  clauses: ["MQTT-3.3.1-5", "MQTT-3.3.1-6", "MQTT-3.3.1-8"],
  hint: {
    en: "Which letter of “Sending PUBLISH” tells a stored message from a new one?",
    fr: "Quelle lettre de « Sending PUBLISH » distingue un message conservé d’un message nouveau ?",
  },
  judge(scene) {
    const sent = publication(scene, "publisher", "life", 1);
    return pass(taken(scene, sent), receivedOnly(scene, "late-1", [sent]));
  },
};

export const wildcards: Claim = {
  id: "wildcards",
  title: {
    en: "a filter with # or + brings the retained message of every topic that it matches",
    fr: "un filtre avec # ou + apporte le message retenu de chaque topic correspondant",
  },
  rests: ["wire", "message"],
  clauses: ["MQTT-3.3.1-6", "MQTT-3.3.1-8"],
  hint: {
    en: "How many topics does the filter match, and how many retained messages are there?",
    fr: "À combien de topics le filtre correspond-il, et combien de messages retenus y a-t-il ?",
  },
  judge(scene) {
    const below = ["rooms/kitchen", "rooms/cellar"].map((name) => publication(scene, "publisher", name));
    // "#" includes the level before it, "+" does not.
    const all = [publication(scene, "publisher", "rooms"), ...below];
    return pass(receivedOnly(scene, "hash", all), receivedOnly(scene, "plus", below));
  },
};

export const lowerQos: Claim = {
  id: "lower-qos",
  title: {
    en: "a retained message is delivered at the lower of its own QoS and that of the subscription",
    fr: "un message retenu est livré à la plus petite des deux QoS : la sienne et celle de l’abonnement",
  },
  rests: ["wire", "message"],
  clauses: ["MQTT-3.8.4-6", "MQTT-3.3.1-5"],
  hint: {
    en: "Which rule holds for a message that was just published?",
    fr: "Quelle règle vaut pour un message qui vient d’être publié ?",
  },
  judge(scene) {
    const kept = publication(scene, "publisher-q2", "levels");
    const roles = scene.roles.filter((role) => role.startsWith("at-q"));
    if (roles.length === 0) scene.unplayed(same("SUBSCRIBE"));
    return pass(
      roles.flatMap((role) => {
        const subscribe = scene.played("SUBSCRIBE", { role });
        const { packetId } = subscribe.packet;
        const granted = scene.answered("SUBACK", { role, packetId }, [subscribe]).packet.codes[0] ?? 0;
        return receivedOnly(scene, role, [kept], ({ packet }) => Math.min(packet.qos, granted));
      }),
    );
  },
};

export const sentAgain: Claim = {
  id: "subscribed-again",
  title: {
    en: "a repeated SUBSCRIBE brings the retained message again, and is still one subscription",
    fr: "un SUBSCRIBE répété apporte à nouveau le message retenu, et reste un seul abonnement",
  },
  rests: ["wire", "message"],
  clauses: ["MQTT-3.8.4-3", "MQTT-3.3.1-6"],
  hint: {
    en: "Count the deliveries, and their r, after each of the two SUBSCRIBE.",
    fr: "Comptez les livraisons, avec leur r, après chacun des deux SUBSCRIBE.",
  },
  judge(scene) {
    const kept = publication(scene, "publisher", "again", 1);
    const [first, second] = scene.packets("client", "SUBSCRIBE", { role: "again" });
    if (!first || !second) return scene.unplayed(same("SUBSCRIBE"));
    const stored = { qos: 1, retain: true };
    const got = [
      reached(scene, kept, "again", stored, { after: first, before: second }),
      reached(scene, kept, "again", stored, { after: second }),
    ];
    const live = publication(scene, "publisher", "again", 2);
    got.push(reached(scene, live, "again", { qos: 1, retain: false }));
    const seen = deliveries(scene, "again", "again");
    const evidence = nothingBut(
      scene,
      { role: "again", after: first, beyond: taken(scene, live) },
      got.map(([delivery]) => delivery),
    );
    const messages = scene.messages("again");
    const words = join(
      seen.map(({ packet }) => same(describe(packet))),
      ", ",
    );
    if (messages.length !== got.length) fail(words, same(String(messages.length)), seen, messages);
    equal({ en: "deliveries", fr: "livraisons" }, seen.length, got.length, seen);
    return pass(first, second, got.flat(), evidence);
  },
};

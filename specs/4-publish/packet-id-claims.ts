import type { Entry } from "../../src/evidence/journal/entry";
import { describe } from "../../src/evidence/wire/mqtt/packet";
import type { Claim } from "../../src/judge/claim";
import { answerTo, PACKET_ID } from "../../src/judge/claims/acknowledged";
import { publishLines } from "../../src/judge/claims/publish-line";
import { equal, fail, inconclusive, pass } from "../../src/judge/finding";
import type { Scene, Seen } from "../../src/judge/scene";
import { phrase } from "../../src/words/text";
import { passages, sent } from "./series";

export const publishersOwn: Claim = {
  id: "m-publisher",
  title: {
    en: "on the publisher’s leg m is the publisher’s own, and every acknowledgement carries it",
    fr: "côté émetteur, m est choisi par l’émetteur, et chaque acquittement le porte",
  },
  rests: ["wire"],
  clauses: ["MQTT-2.3.1-6", "MQTT-4.3.2-2", "MQTT-4.3.3-2"],
  hint: {
    en: "What is m for? Follow one value through the lines of one client.",
    fr: "À quoi sert m ? Suivez une valeur à travers les lignes d’un même client.",
  },
  judge(scene) {
    const exchanges = sent(scene).flatMap((publish): readonly Entry[] => {
      const { qos, packetId } = publish.packet;
      if (qos === 0) return [];
      const answer = answerTo(scene, publish, qos === 1 ? "PUBACK" : "PUBREC");
      if (qos === 1) return [publish, answer];
      const pubrel = scene.played("PUBREL", { role: "publisher", packetId });
      return [publish, answer, pubrel, answerTo(scene, pubrel, "PUBCOMP")];
    });
    return exchanges.length > 0 ? pass(exchanges) : scene.unplayed({ en: "QoS 1 and 2", fr: "QoS 1 et 2" });
  },
};

export const noneAtQos0: Claim = {
  id: "m0",
  title: {
    en: "a QoS 0 PUBLISH has no packet identifier on either leg: the log writes m0",
    fr: "un PUBLISH en QoS 0 n’a d’identifiant de paquet sur aucun des deux côtés : le journal écrit m0",
  },
  rests: ["wire"],
  clauses: ["MQTT-2.3.1-5", "MQTT-4.3.1-1"],
  hint: {
    en: "Is there an answer that would need to name the message?",
    fr: "Y a-t-il une réponse qui devrait désigner le message ?",
  },
  judge: (scene) =>
    pass(
      passages(scene)
        .filter((passage) => passage.sent.packet.qos === 0)
        .flatMap(({ sent: publish, got }) => {
          const length = { en: "length of the packet in bytes", fr: "longueur du paquet en octets" };
          equal({ en: "QoS", fr: "QoS" }, got.packet.qos, 0, publish, got);
          // Without a packet identifier the packet is as long as the publisher's own.
          equal(length, got.packet.length, publish.packet.length, publish, got);
          return [publish, got];
        }),
    ),
};

export const brokersOwn: Claim = {
  id: "m-subscriber",
  title: {
    en: "on a subscriber’s leg m is not 0, and no two deliveries have the same while both are unacknowledged",
    fr: "côté abonné, m n’est pas 0, et deux livraisons non acquittées ne portent jamais le même",
  },
  rests: ["wire"],
  clauses: ["MQTT-2.3.1-1", "MQTT-2.3.1-4", "MQTT-4.3.2-1", "MQTT-4.3.3-1"],
  hint: {
    en: "Compare m of “Received PUBLISH” with m of “Sending PUBLISH” for one message.",
    fr: "Comparez, pour un même message, le m de « Received PUBLISH » et celui de « Sending PUBLISH ».",
  },
  judge: (scene) => {
    passages(scene);
    return pass(["subscriber", "reader"].flatMap((role) => distinct(scene, role)));
  },
};

/** What ends the use of a packet identifier towards a subscriber. */
const LAST: ReadonlySet<string> = new Set(["PUBACK", "PUBCOMP"]);

function distinct(scene: Scene, role: string): readonly Entry[] {
  const open = new Map<number, Entry>();
  return scene.exchange(role).filter((entry) => {
    const { packet } = entry;
    if (entry.from === "client") {
      if ("packetId" in packet && LAST.has(packet.type)) open.delete(packet.packetId ?? 0);
      return false;
    }
    if (packet.type !== "PUBLISH" || packet.qos === 0) return false;
    const id = packet.packetId ?? 0;
    if (id === 0) fail(phrase`${PACKET_ID} ≠ 0`, describe(packet), entry);
    const other = open.get(id);
    if (other) fail({ en: "another m", fr: "un autre m" }, describe(packet), other, entry);
    open.set(id, entry);
    return true;
  });
}

export const growsByOne: Claim = {
  id: "m-grows",
  title: {
    en: "Mosquitto numbers what it delivers at QoS 1 and 2 in a new session m1, m2, m3…, without a gap",
    fr: "Mosquitto numérote ce qu’il livre en QoS 1 et 2 dans une nouvelle session m1, m2, m3…, sans trou",
  },
  rests: ["log", "wire"],
  hint: {
    en: "Read m of the “Sending PUBLISH” lines of one subscriber from top to bottom.",
    fr: "Lisez de haut en bas le m des lignes « Sending PUBLISH » d’un même abonné.",
  },
  judge(scene) {
    if (scene.broker.software !== "mosquitto")
      inconclusive({ en: "this broker is not Mosquitto", fr: "ce broker n’est pas Mosquitto" });
    const [first] = sent(scene);
    const lines = publishLines(scene, "subscriber", "broker", first?.packet.topic ?? "").filter(
      ({ event }) => event.qos > 0,
    );
    const actual = lines.map(({ event }) => `m${event.packetId}`).join(", ");
    const expected = numbered(sent(scene)).join(", ");
    const entries = lines.map(({ entry }) => entry);
    if (actual !== expected) fail(expected, actual || NO_LINE, entries);
    return pass(entries);
  },
};

const NO_LINE = { en: "no such line in the log", fr: "aucune ligne de ce genre dans le journal" };

function numbered(publications: readonly Seen<"PUBLISH">[]): readonly string[] {
  return publications.filter(({ packet }) => packet.qos > 0).map((_, i) => `m${i + 1}`);
}

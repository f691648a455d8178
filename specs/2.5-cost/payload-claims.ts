/** Payloads arrive as they were sent. */
import type { Claim } from "../../src/judge/claim";
import { PAYLOAD, payloadText } from "../../src/judge/claims/delivery";
import { publication } from "../../src/judge/claims/publication";
import { fail, inconclusive, pass } from "../../src/judge/finding";
import type { Scene, Seen } from "../../src/judge/scene";
import { phrase, type Text } from "../../src/words/text";
import { receiverOf, senderOf, type PayloadName } from "./payloads";

const NAMES: Readonly<Record<PayloadName, Text>> = {
  empty: { en: "an empty payload", fr: "un contenu vide" },
  byte: { en: "a payload of one byte", fr: "un contenu d’un octet" },
  binary: { en: "a payload of all 256 byte values", fr: "un contenu formé des 256 valeurs d’octet" },
  large: { en: "a payload of 100 kB", fr: "un contenu de 100 ko" },
};

export function payloadArrives(name: PayloadName): Claim {
  return {
    id: `payload-${name}`,
    title: {
      en: `${NAMES[name].en} arrives byte for byte`,
      fr: `${NAMES[name].fr} arrive à l’octet près`,
    },
    rests: ["message", "wire"],
    ...(name === "large" ? { needs: ["large-packets"] } : {}),
    judge(scene) {
      const sent = publication(scene, senderOf(name), name);
      tooLargeForThisBroker(scene, sent);
      const got = scene.answered("PUBLISH", { role: receiverOf(name), topic: sent.packet.topic }, [sent]);
      const [message] = scene.messages(receiverOf(name), { topic: sent.packet.topic });
      const expected = sent.packet.payload;
      for (const actual of [got.packet.payload, message?.payload]) {
        if (actual?.equals(expected)) continue;
        fail(
          phrase`${PAYLOAD} ${payloadText(expected)}`,
          actual ? phrase`${PAYLOAD} ${payloadText(actual)}${firstWrong(expected, actual)}` : NO_MESSAGE,
          sent,
          got,
        );
      }
      return pass(sent, got, message ? [message] : []);
    },
  };
}

/** `message_size_limit` is a setting that no packet tells a client of; the log does. */
function tooLargeForThisBroker(scene: Scene, sent: Seen<"PUBLISH">): void {
  const [dropped] = scene.logged(sent.role, "publish-refused", {
    why: "too-large",
    topic: sent.packet.topic,
  });
  if (dropped === undefined) return;
  inconclusive(
    {
      en: "the broker is set to refuse messages of this size (message_size_limit)",
      fr: "le broker est réglé pour refuser les messages de cette taille (message_size_limit)",
    },
    sent,
    dropped.entry,
  );
}

const NO_MESSAGE = { en: "no message", fr: "aucun message" };

/** Where two payloads part, for those whose beginnings are alike. */
function firstWrong(expected: Buffer, actual: Buffer): Text {
  const at = expected.findIndex((byte, i) => actual[i] !== byte);
  const offset = at < 0 ? expected.length : at;
  return { en: `, different from byte ${offset} on`, fr: `, différent à partir de l’octet ${offset}` };
}

/** What Aedes takes although the standard forbids it. Each is bound to the very packets that it is known for. */
import type { Entry } from "../../src/evidence/journal/entry";
import type { Deviation } from "../../src/judge/claim";
import type { Scene } from "../../src/judge/scene";
import type { Text } from "../../src/words/text";

function aedes(about: (entry: Entry) => boolean, because: Text): Deviation {
  return {
    applies: (scene: Scene, failure) => scene.broker.software === "aedes" && failure.evidence.every(about),
    because,
  };
}

export const innerPlus = aedes((entry) => "role" in entry && entry.role === "inner-plus", {
  en: "Aedes overlooks a + that stands before the last character (validateTopic in lib/utils.js of 1.2.0)",
  fr: "Aedes ne remarque pas un + placé avant le dernier caractère (validateTopic dans lib/utils.js de la version 1.2.0)",
});

const NUL: Text = {
  en: "Aedes does not look for the character U+0000 (lib/utils.js of 1.2.0)",
  fr: "Aedes ne recherche pas le caractère U+0000 (lib/utils.js de la version 1.2.0)",
};

export const nulTaken = aedes((entry) => "role" in entry && /^nul-/.test(entry.role ?? ""), NUL);

export const nulDelivered = aedes(
  (entry) =>
    entry.source === "wire" &&
    entry.event === "packet" &&
    entry.packet.type === "PUBLISH" &&
    entry.packet.topic.includes("\0"),
  NUL,
);

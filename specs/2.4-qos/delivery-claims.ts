import type { Claim } from "../../src/judge/claim";
import { handedOverOnce, sameContent } from "../../src/judge/claims/delivery";
import type { Text } from "../../src/words/text";

export const content: Claim = {
  id: "content",
  title: {
    en: "topic and payload arrive byte for byte",
    fr: "le topic et le contenu arrivent à l’octet près",
  },
  rests: ["wire"],
  judge: (scene) => sameContent(scene, "publisher", "subscriber"),
};

/** @param title what “once” promises at this QoS */
export function receivedOnce(title: Text): Claim {
  return {
    id: "received-once",
    title,
    rests: ["message", "wire"],
    judge: (scene) => handedOverOnce(scene, "publisher", "subscriber"),
  };
}

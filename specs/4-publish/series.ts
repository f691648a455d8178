/** The messages of the series, on the publisher's leg and on the subscriber's. */
import type { Scene, Seen } from "../../src/judge/scene";

/** The publications, in order. */
export function sent(scene: Scene): readonly Seen<"PUBLISH">[] {
  scene.played("PUBLISH", { role: "publisher" });
  return scene.packets("client", "PUBLISH", { role: "publisher" });
}

export interface Passage {
  readonly sent: Seen<"PUBLISH">;
  readonly got: Seen<"PUBLISH">;
}

/** Each publication with its delivery; one that was not delivered is another claim's business. */
export function passages(scene: Scene): readonly Passage[] {
  const found = sent(scene).flatMap((publish): readonly Passage[] => {
    const { topic, payload } = publish.packet;
    const got = scene
      .packets("broker", "PUBLISH", { role: "subscriber", topic, after: publish })
      .find(({ packet }) => packet.payload.equals(payload));
    return got ? [{ sent: publish, got }] : [];
  });
  return found.length > 0 ? found : scene.unplayed({ en: "a delivery", fr: "une livraison" });
}

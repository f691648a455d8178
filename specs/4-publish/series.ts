/** The messages of the series, on the publisher's leg and on the subscriber's. */
import { deliveryOf } from "../../src/judge/claims/publication";
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

/** Each publication and its delivery. Fails when one was not delivered. */
export function passages(scene: Scene): readonly Passage[] {
  return sent(scene).map((publish) => ({ sent: publish, got: deliveryOf(scene, publish, "subscriber") }));
}

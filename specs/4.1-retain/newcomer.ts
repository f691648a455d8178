/** Clients that subscribed after the publications. */
import type { Entry } from "../../src/evidence/journal/entry";
import { nothingBut } from "../../src/judge/claims/fence";
import { reached } from "../../src/judge/claims/publication";
import type { Scene, Seen } from "../../src/judge/scene";

/**
 * Upon its SUBSCRIBE the newcomer received the retained messages `kept`, each as it was published, with r1, and nothing
 * else. Fails otherwise.
 * @param qos of the deliveries
 */
export function receivedOnly(
  scene: Scene,
  role: string,
  kept: readonly Seen<"PUBLISH">[],
  qos: (sent: Seen<"PUBLISH">) => number = ({ packet }) => packet.qos,
): readonly Entry[] {
  const subscribe = scene.played("SUBSCRIBE", { role });
  const arrivals = kept.map((sent) =>
    reached(scene, sent, role, { qos: qos(sent), retain: true }, { after: subscribe }),
  );
  const deliveries = arrivals.map(([delivery]) => delivery);
  const fence = nothingBut(scene, { role, after: subscribe }, inOrder(scene, deliveries));
  return [...kept, subscribe, ...arrivals.flat(), ...fence];
}

function inOrder(scene: Scene, entries: readonly Seen<"PUBLISH">[]): readonly Seen<"PUBLISH">[] {
  return [...entries].sort((a, b) => (scene.precedes(a, b) ? -1 : 1));
}

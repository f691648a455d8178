/** The house's topics, as its sensors published them and as subscribers received them: below the run's own levels. */
import { phrase, same } from "../../../words/text";
import { fenceAfter } from "../../claims/fence";
import { inconclusive } from "../../finding";
import type { Scene, Seen } from "../../scene";

export const HOUSE = "6-house";
const SENSORS = "sensors";

/** Every topic that the sensors published, in their order. */
export function houseTopics(scene: Scene): readonly string[] {
  return [...new Set(published(scene).map(({ packet }) => belowRoot(scene, packet.topic)))];
}

/**
 * Those of them that the role received, in the sensors' order. Inconclusive unless the journal shows that the role had
 * received all that was coming.
 */
export function receivedTopics(scene: Scene, role: string): readonly string[] {
  const house = houseTopics(scene);
  const last = published(scene).at(-1);
  if (last !== undefined) fenceAfter(scene, role, fenceAfter(scene, SENSORS, last));
  const got = scene.packets("broker", "PUBLISH", { role });
  const received = new Set(got.map(({ packet }) => belowRoot(scene, packet.topic)));
  const stranger = [...received].find((topic) => !house.includes(topic));
  if (stranger !== undefined) inconclusive(phrase`${STRANGER}${stranger}`, got);
  return house.filter((topic) => received.has(topic));
}

function published(scene: Scene): readonly Seen<"PUBLISH">[] {
  const all = scene.packets("client", "PUBLISH", { role: SENSORS });
  return all.length > 0 ? all : scene.unplayed(same(`PUBLISH (${SENSORS})`));
}

function belowRoot(scene: Scene, topic: string): string {
  const root = `tp-mqtt/${scene.run}/${HOUSE}/`;
  return topic.startsWith(root) ? topic.slice(root.length) : inconclusive(phrase`${STRANGER}${topic}`);
}

const STRANGER = {
  en: "it holds a topic that the sensors did not publish: ",
  fr: "il contient un topic que les capteurs n’ont pas publié : ",
};

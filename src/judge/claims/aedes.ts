/** The embedded broker's known departures, listed in decisions/embedded-target.md. */
import type { Text } from "../../words/text";
import type { Deviation } from "../claim";
import type { Scene } from "../scene";

/**
 * @param because what Aedes does instead, and which of its files shows it
 * @param shown that this is what was seen here, and nothing worse
 */
export function aedes(because: Text, shown: (scene: Scene) => boolean): Deviation {
  return { applies: (scene) => scene.broker.software === "aedes" && shown(scene), because };
}

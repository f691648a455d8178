/** What one client with many filters must have received: by hand for the lessons, by the matcher for the rest. */
import type { Claim } from "../../src/judge/claim";
import { matches } from "../../src/judge/claims/topic-matching";
import { pass } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";
import { placed, type Lesson } from "./examples";
import { exactly, faithful } from "./received";

const READER = "reader";
const WRITER = "writer";

/** Generated topics have a level such as `g17`, which no example has. */
const isGenerated = (topic: string) => /\/g\d+(\/|$)/.test(topic);
const published = (scene: Scene) => scene.packets("client", "PUBLISH", { role: WRITER });

/** First levels of the exercise's topics in this run: what `~` stands for in the examples. */
function root(scene: Scene): string {
  const { topic } = scene.played("PUBLISH", { role: WRITER }).packet;
  return topic.split("/").slice(0, 3).join("/");
}

export function lesson({ id, title, hint, clauses, examples }: Lesson): Claim {
  return {
    id,
    title,
    hint,
    clauses,
    rests: ["wire"],
    judge(scene) {
      const place = (topics: readonly string[]) => topics.map((topic) => placed(topic, root(scene)));
      const receives = new Set(place(examples.flatMap((one) => one.receives)));
      const misses = new Set(place(examples.flatMap((one) => one.misses)));
      return exactly(scene, {
        role: READER,
        published: published(scene).filter(
          ({ packet }) => receives.has(packet.topic) || misses.has(packet.topic),
        ),
        expected: (topic) => receives.has(topic),
      });
    },
  };
}

export const generated: Claim = {
  id: "generated",
  title: {
    en: "hundreds of generated topics reach exactly the filters that match them",
    fr: "des centaines de topics générés atteignent exactement les filtres qui leur correspondent",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.3.2-3", "MQTT-4.7.1-2", "MQTT-4.7.1-3", "MQTT-4.7.3-4"],
  hint: {
    en: "Take the first topic that is named, and compare it with the filter that has the same level “g…”.",
    fr: "Prenez le premier topic cité et comparez-le avec le filtre qui a le même niveau « g… ».",
  },
  judge(scene) {
    const subscribe = scene.played("SUBSCRIBE", { role: READER });
    const filters = subscribe.packet.filters.map(({ filter }) => filter).filter(isGenerated);
    return exactly(scene, {
      role: READER,
      published: published(scene).filter(({ packet }) => isGenerated(packet.topic)),
      expected: (topic) => filters.some((filter) => matches(filter, topic)),
    });
  },
};

export const content: Claim = {
  id: "content",
  title: {
    en: "each message that arrives is the one that was published on its topic",
    fr: "chaque message reçu est celui qui a été publié sur son topic",
  },
  rests: ["message", "wire"],
  clauses: ["MQTT-3.3.2-3"],
  judge(scene) {
    scene.played("PUBLISH", { role: WRITER });
    return pass(faithful(scene, READER, published(scene)));
  },
};

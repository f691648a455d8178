/** Topics that begin with a dollar sign, seen from a wildcard at the root (MQTT-4.7.2-1). */
import type { Claim } from "../../src/judge/claim";
import { fail, inconclusive, pass } from "../../src/judge/finding";
import type { Scene, Seen } from "../../src/judge/scene";
import { describe } from "../../src/evidence/wire/mqtt/packet";
import { same } from "../../src/words/text";

/**
 * @param role whose only filter begins with a wildcard
 * @param filter as the title names it
 */
export function dollarHidden(role: string, filter: string): Claim {
  return {
    id: `${role}-hides-dollar`,
    title: {
      en: `“${filter}” receives nothing from topics that begin with $`,
      fr: `« ${filter} » ne reçoit rien des topics qui commencent par $`,
    },
    rests: ["wire"],
    clauses: ["MQTT-4.7.2-1"],
    hint: {
      en: "For whom are the topics under $SYS? Would a client of # want them?",
      fr: "À qui s’adressent les topics sous $SYS ? Un client abonné à # les attend-il ?",
    },
    judge(scene) {
      const subscribe = scene.played("SUBSCRIBE", { role });
      scene.answered("SUBACK", { role, after: subscribe }, [subscribe]);
      const got = scene.packets("broker", "PUBLISH", { role, after: subscribe });
      const hidden = got.filter((entry) => entry.packet.topic.startsWith("$"));
      if (hidden.length > 0) {
        const shown = hidden.slice(0, 3).map((entry) => describe(entry.packet));
        fail(
          { en: "no topic with $", fr: "aucun topic avec $" },
          same(shown.join(", ")),
          subscribe,
          hidden.slice(0, 3),
        );
      }
      return pass(subscribe, control(scene, role), ...offered(scene));
    },
  };
}

/** The run's own topic without a dollar sign arrived: the subscription was alive. Fails when it did not. */
function control(scene: Scene, role: string): Seen<"PUBLISH"> {
  const sent = plain(scene);
  return scene.answered("PUBLISH", { role, topic: sent.packet.topic, after: sent }, [sent]);
}

function plain(scene: Scene): Seen<"PUBLISH"> {
  const sent = scene.packets("client", "PUBLISH", { role: "crier" });
  return (
    sent.find((entry) => !entry.packet.topic.startsWith("$")) ??
    scene.played("PUBLISH", { role: "crier", topic: "…" })
  );
}

/**
 * That there was something to hide: a client that asked for the topic by name received it. A broker may keep such topics
 * from clients altogether (clause 4.7.2), and then nothing is shown.
 */
function offered(scene: Scene): readonly Seen<"PUBLISH">[] {
  const named = scene.packets("broker", "PUBLISH", { role: "named" })[0];
  if (named) return [named];
  return inconclusive({
    en: "the broker does not pass on topics with $ to those who ask for them by name either",
    fr: "le broker ne transmet pas non plus les topics avec $ à qui les demande par leur nom",
  });
}

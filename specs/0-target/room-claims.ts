import type { ClosedEntry, WireEntry } from "../../src/evidence/journal/entry";
import type { Claim } from "../../src/judge/claim";
import { fail, inconclusive, pass } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";

/** Connections of the run on which the broker said nothing and which it closed. */
function turnedAway(scene: Scene): readonly ClosedEntry[] {
  const answered = new Set<number>();
  const closed: ClosedEntry[] = [];
  for (const entry of scene.wholeWire) {
    if (isAnswer(entry)) answered.add(entry.connection);
    if (entry.event === "closed" && entry.by === "broker") closed.push(entry);
  }
  return closed.filter(({ connection }) => !answered.has(connection));
}

function isAnswer(entry: WireEntry): boolean {
  return (entry.event === "packet" || entry.event === "bytes") && entry.from === "broker";
}

export const roomForAll: Claim = {
  id: "room-for-all",
  title: {
    en: "the broker has room for the clients of the exercises, side by side",
    fr: "le broker a de la place pour tous les clients des exercices, côte à côte",
  },
  rests: ["log", "wire"],
  // Whoever happened to be turned away would be blamed for it.
  gate: "run",
  hint: {
    en: "Does max_connections limit the clients? The exercises hold about ninety connections at once; --only plays fewer.",
    fr: "max_connections limite-t-il le nombre de clients ? Les exercices tiennent environ quatre-vingt-dix connexions à la fois ; --only en joue moins.",
  },
  judge(scene) {
    const away = turnedAway(scene);
    const lines = scene.wholeLog.all("connection-denied").map(({ entry }) => entry);
    const opened = scene.wholeWire.filter((entry) => entry.event === "opened");
    if (away.length === 0 || lines.length === 0) {
      const [first, last] = [opened[0], opened.at(-1)];
      return first && last
        ? pass(first, last)
        : inconclusive({ en: "no connection", fr: "aucune connexion" });
    }
    return fail(
      { en: "an answer on each connection", fr: "une réponse sur chaque connexion" },
      {
        en: `${away.length} of ${opened.length} connections were closed without one: max_connections exceeded`,
        fr: `${away.length} connexions sur ${opened.length} ont été fermées sans réponse : max_connections dépassé`,
      },
      lines.slice(0, 3),
      away.slice(0, 3),
    );
  },
};

/** How much of what a question asks for an excerpt shows. */
import type { Showing } from "../question";
import type { Shown } from "./showings";

/** Things that are shown of one and the same client, or not at all. */
const TOGETHER: readonly (readonly Showing[])[] = [
  ["connect", "connack"],
  ["subscribe", "suback"],
  ["qos0"],
  ["qos1"],
  ["qos2"],
  ["ping"],
];

/** What belongs together, of that which is asked for. */
export interface Group {
  readonly all: readonly Shown[];
  /** Those of them that are shown of one client: the one with the most. */
  readonly shown: readonly Shown[];
  /** Whose they are. */
  readonly clients: readonly string[];
}

/** @param isOwn whether it is a client of the student: these come first, others are taken where there are none */
export function groupsOf(all: readonly Shown[], isOwn: (client: string) => boolean): Group[] {
  return TOGETHER.map((showings) => all.filter(({ showing }) => showings.includes(showing)))
    .filter((group) => group.length > 0)
    .map((group) => bestOf(group, isOwn));
}

function bestOf(all: readonly Shown[], isOwn: (client: string) => boolean): Group {
  const clients = [...new Set(all.flatMap(({ by }) => by))];
  const shownBy = (client: string) => all.filter(({ by }) => by.includes(client));
  const most = Math.max(0, ...clients.map((client) => shownBy(client).length));
  const best = clients.filter((client) => shownBy(client).length === most);
  const own = best.filter(isOwn);
  const chosen = own.length > 0 ? own : best;
  return { all, shown: chosen[0] === undefined ? [] : shownBy(chosen[0]), clients: chosen };
}

export function shareOf(groups: readonly Group[]): number {
  const count = (which: "all" | "shown") => groups.reduce((sum, group) => sum + group[which].length, 0);
  return groups.length === 0 ? 0 : count("shown") / count("all");
}

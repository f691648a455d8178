/** What a filter receives beside what it should, and what that is worth. */
import { phrase, type Text } from "../../../../words/text";
import { quoted } from "../judged";
import { AND, NOR, receivedBy, someOf } from "./play";

export interface Effect {
  readonly filters: readonly string[];
  /** Of the wanted topics, those that are received, and those that are not. */
  readonly hits: readonly string[];
  readonly misses: readonly string[];
  /** Topics that nobody asked for. */
  readonly others: readonly string[];
}

export function effectOf(
  filters: readonly string[],
  wanted: readonly string[],
  house: readonly string[],
): Effect {
  const received = receivedBy(filters, house);
  return {
    filters,
    hits: received.filter((topic) => wanted.includes(topic)),
    misses: wanted.filter((topic) => !received.includes(topic)),
    others: received.filter((topic) => !wanted.includes(topic)),
  };
}

export function isExact({ misses, others }: Effect): boolean {
  return misses.length === 0 && others.length === 0;
}

/**
 * 1 for one filter that receives just what is wanted; half where it receives all of that and no more of other topics,
 * or at least half of it and nothing else, or where several filters are needed to receive just that.
 */
export function shareOf(effect: Effect): number {
  const { filters, hits, misses, others } = effect;
  if (isExact(effect)) return filters.length === 1 ? 1 : 0.5;
  const isTooWide = misses.length === 0 && others.length <= hits.length;
  const isTooNarrow = others.length === 0 && hits.length > 0 && hits.length >= misses.length;
  return isTooWide || isTooNarrow ? 0.5 : 0;
}

/**
 * What the student is told of it.
 * @param called what is wanted, in the plural
 */
export function told({ filters, hits, misses, others }: Effect, called: Text): Text {
  const shown = quoted(filters.join(" "));
  if (hits.length + others.length === 0)
    return phrase`${shown}${{ en: " receives no topic of the house", fr: " ne reçoit aucun topic de la maison" }}`;
  const also = phrase`${{ en: ", and also ", fr: ", et aussi " }}${someOf(others, AND)}`;
  const without = phrase`${{ en: ", but not ", fr: ", mais pas " }}${someOf(misses, NOR)}`;
  return phrase`${shown}${counted(hits.length, misses.length, called)}${isNamed(hits, misses) ? without : NONE}${others.length > 0 ? also : NONE}`;
}

const NONE: Text = { en: "", fr: "" };

/** A single topic is its own right filter, and is not named. */
function isNamed(hits: readonly string[], misses: readonly string[]): boolean {
  return misses.length > 0 && hits.length + misses.length > 1;
}

function counted(hits: number, misses: number, called: Text): Text {
  const all = hits + misses;
  if (all > 1)
    return {
      en: ` receives ${hits} of the ${all} ${called.en}`,
      fr: ` reçoit ${hits} des ${all} ${called.fr}`,
    };
  return hits === 1
    ? { en: " receives the topic that is asked for", fr: " reçoit le topic demandé" }
    : { en: " does not receive the topic that is asked for", fr: " ne reçoit pas le topic demandé" };
}

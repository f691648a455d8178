/** What a sequence of packets is worth beside the recorded one. */
import { isOfPublication, typesOf, type Item } from "./item";

export type Credit =
  | { readonly share: number; readonly rule: "exact" | "one-missing" | "two-swapped" | "other-sequence" }
  | {
      readonly share: null;
      readonly rule: "interrupted" | "two-publications" | "senders" | "several-exchanges";
    };

/** Shorter sequences are right or wrong. */
const LONG = 4;

/** @param items in the answer's order */
export function creditOf(items: readonly Item[], truth: readonly string[]): Credit {
  if (isInterrupted(items)) return { share: null, rule: "interrupted" };
  const publication = withoutDelivery(items.filter(isOfPublication), truth);
  if (publication === undefined) return { share: null, rule: "two-publications" };
  const types = typesOf(publication);
  if (isSame(types, truth)) {
    return alternates(publication) ? { share: 1, rule: "exact" } : { share: null, rule: "senders" };
  }
  if (truth.length >= LONG && truth.some((_, i) => isSame(types, truth.toSpliced(i, 1))))
    return { share: 0.5, rule: "one-missing" };
  if (truth.length >= LONG && truth.some((_, i) => isSame(types, swapped(truth, i))))
    return { share: 0.5, rule: "two-swapped" };
  return { share: 0, rule: "other-sequence" };
}

/** Connecting and subscribing stand before and behind a publication, never within. Pings may. */
function isInterrupted(items: readonly Item[]): boolean {
  const first = items.findIndex(isOfPublication);
  const last = items.findLastIndex(isOfPublication);
  return items.slice(first, last).some((item) => !isOfPublication(item) && !item.type.startsWith("PING"));
}

/**
 * Without the way from the broker to a subscriber, which a log shows as well. Nothing where it cannot be told whether a
 * second PUBLISH is that way or a repetition.
 */
function withoutDelivery(items: readonly Item[], truth: readonly string[]): readonly Item[] | undefined {
  const publishes = items.flatMap(({ type }, i) => (type === "PUBLISH" ? [i] : []));
  const [first, second, ...others] = publishes;
  if (first === undefined || second === undefined) return items;
  const isDelivery = items[second]?.sender === "broker" && items[first]?.sender !== "broker";
  const isRepeated = truth.length > 1 && isSame(typesOf(items.slice(second)), truth);
  return others.length === 0 && (isDelivery || isRepeated) ? items.slice(0, second) : undefined;
}

/** In an exchange each side answers the other. */
function alternates(items: readonly Item[]): boolean {
  return items.every(({ sender }, i) => {
    const before = items[i - 1]?.sender;
    return sender === undefined || before === undefined || sender !== before;
  });
}

function swapped(types: readonly string[], at: number): readonly string[] {
  const [one, two] = types.slice(at, at + 2);
  return one === undefined || two === undefined ? types : types.toSpliced(at, 2, two, one);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((type, i) => type === b[i]);
}

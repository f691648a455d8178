/** What the lines of a log are worth that were given for an answer: each publication in them by itself. */
import { creditOf, type Credit } from "./credit";
import { isOfPublication, type Item } from "./item";

/** From whom a packet comes on the way from a client to the broker; on the way to a subscriber it is the other. */
const FROM_CLIENT: ReadonlySet<string> = new Set(["PUBLISH", "PUBREL"]);

export function creditOfLog(items: readonly Item[], truth: readonly string[]): Credit {
  const own = items.filter(isOfPublication);
  const published = own.filter((item) => isPublishing(item));
  const exchanges = exchangesOf(published.length > 0 ? published : own);
  const [credit = creditOf([], truth), ...others] = exchanges.map((exchange) => creditOf(exchange, truth));
  return others.every(({ share }) => share === credit.share)
    ? credit
    : { share: null, rule: "several-exchanges" };
}

function isPublishing({ type, sender }: Item): boolean {
  return (sender === "client") === FROM_CLIENT.has(type);
}

/** Packets with the same client and packet identifier; each PUBLISH begins anew. */
function exchangesOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const open = new Map<string, Item[]>();
  const all: Item[][] = [];
  for (const item of items) {
    const key = JSON.stringify(item.exchange);
    const going = item.type === "PUBLISH" ? undefined : open.get(key);
    if (going) {
      going.push(item);
      continue;
    }
    const begun = [item];
    open.set(key, begun);
    all.push(begun);
  }
  return all;
}

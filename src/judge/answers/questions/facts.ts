/** Facts of a recorded journal, as a question names them. */
import type { Fact } from "../truth/fact";
import { choice, complain, keys, list, text, whole, type Reader } from "./shape";
import { missing, mustBe, WANTED } from "./complaints";

type Name = Fact["fact"];
type FactOf<N extends Name> = Extract<Fact, { fact: N }>;

const witness = { exercise: text, role: text };

const FACTS: { readonly [N in Name]: Reader<FactOf<N>> } = {
  packets: keys({ fact: choice(["packets"]), ...witness }, {}),
  counts: keys({ fact: choice(["counts"]), of: list(keys(witness, {})) }, {}),
  topics: keys({ fact: choice(["topics"]), ...witness }, {}),
  version: keys({ fact: choice(["version"]), exercise: text, p: whole }, {}),
};

/** @param names kinds of fact that the question can rest on */
export function fact(...names: readonly Name[]): Reader<Fact> {
  const nameOf = choice(names);
  return (spot, under) => {
    if (spot.kind !== "map") return complain(spot, under, mustBe(under.key, WANTED.map));
    const named = spot.entries.get("fact");
    if (named === undefined) return complain(spot, under, missing("fact"));
    return FACTS[nameOf(named.value, { ...under, key: "fact" })](spot, under);
  };
}

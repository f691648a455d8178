/** Facts that are kept for every version of the broker: those of the sheet's questions, and those that teachers may ask for. */
import type { Fact } from "./fact";
import { HOUSE } from "./house";

const PUBLICATIONS = ["2.4-qos0", "2.4-qos1", "2.4-qos2"];
const SUBSCRIBERS = ["one-sensor", "one-room", "whole-house", "temperatures"];
const PROTOCOL_NUMBERS = [0, 1, 2, 3, 4, 5];

export const KEPT_FACTS: readonly Fact[] = [
  ...["publisher", "subscriber"].flatMap((role): Fact[] => [
    ...PUBLICATIONS.map((exercise): Fact => ({ fact: "packets", exercise, role })),
    { fact: "counts", of: PUBLICATIONS.map((exercise) => ({ exercise, role })) },
  ]),
  ...PROTOCOL_NUMBERS.map((p): Fact => ({ fact: "version", exercise: "3-connect-parameters", p })),
  ...SUBSCRIBERS.map((role): Fact => ({ fact: "topics", exercise: HOUSE, role })),
];

/** Ids of the exercises that these facts are seen in. */
export function exercisesOf(facts: readonly Fact[]): ReadonlySet<string> {
  return new Set(
    facts.flatMap((fact) =>
      fact.fact === "counts" ? fact.of.map(({ exercise }) => exercise) : [fact.exercise],
    ),
  );
}

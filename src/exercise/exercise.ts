/**
 * An exercise of the lab sheet: what the sheet asks, how it is played, what must then be true. Its id never moves.
 */
import type { Judgeable } from "../judge/claim";
import type { Capability } from "../target/target";
import type { Text } from "../words/text";
import type { Stage } from "./stage";

export interface Exercise extends Judgeable {
  /** Section and word: `2.4-qos2`. */
  readonly id: string;
  /** Section of the sheet: `2.4`. */
  readonly section: string;
  readonly title: Text;
  /** What the sheet asks, in a sentence. */
  readonly asks: Text;
  /** Without these it is skipped, and not played. */
  readonly needs?: readonly Capability[];
  /**
   * `idle` spends its time waiting for timers and leaves the machine to others; `quiet` measures, and is played when
   * only idle ones are left; `loud` keeps the broker so busy that it is played when all others are over.
   */
  readonly pace?: "idle" | "quiet" | "loud";
  /** Milliseconds after which playing stops, whatever it is waiting for; they begin anew with each packet of the broker's. */
  readonly bound?: number;
  /**
   * Plays it, once. Throws `NotSeen` when the broker owes something and does not give it: what was recorded until then
   * is judged all the same.
   */
  play(stage: Stage): Promise<void>;
}

/** Checks what the types cannot: that claim ids are unique. */
export function exercise(definition: Exercise): Exercise {
  const ids = definition.claims.map((claim) => claim.id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) throw new Error(`${definition.id} has two claims called ${twice}`);
  return definition;
}

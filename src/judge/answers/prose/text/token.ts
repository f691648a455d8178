/** A word or an expression as it is understood: which concepts it stands for, and whether they are affirmed. */

/** `unless`: denied where something else depends on it ("if no PUBACK comes"); nothing is stated about it. */
export type Polarity = "said" | "denied" | "unless";

export interface Token {
  readonly text: string;
  readonly sentence: number;
  readonly clause: number;
  readonly leads: boolean;
  readonly mark: string;
  /** Empty where the lexicon does not know it. */
  readonly concepts: ReadonlySet<string>;
  readonly polarity: Polarity;
  /** Which value (QoS level, flag) is being spoken of, where the question tells them apart. */
  readonly level?: number;
  /** Words that only hold others together have none. */
  readonly hasContent: boolean;
}

export function means(token: Token | undefined, ...concepts: readonly string[]): boolean {
  if (token === undefined || token.concepts.size === 0) return false;
  for (const concept of concepts) if (token.concepts.has(concept)) return true;
  return false;
}

/**
 * What a broker can tell and nobody types in: which fact of a recorded journal is the truth of a question. The facts of
 * the journal in `fixtures/truth/` are derived once (`npm run truth`), and every run of the lab derives them again from
 * its own journal and compares.
 */

export type Fact =
  /** Types of the packets between one client and the broker for one publication, in their order. */
  | { readonly fact: "packets"; readonly exercise: string; readonly role: string }
  /** How many these are, for several exchanges. */
  | { readonly fact: "counts"; readonly of: readonly { readonly exercise: string; readonly role: string }[] }
  /** Topics that a subscriber received, below the run's own. */
  | { readonly fact: "topics"; readonly exercise: string; readonly role: string }
  /** Version of MQTT that clients spoke in whose line of the log `p` has this value; none where no line has it. */
  | { readonly fact: "version"; readonly exercise: string; readonly p: number };

/** The value of a fact: packet types, counts, topics, or versions. */
export type FactValue = readonly (string | number)[];

/** Facts by their name, see `factName`. */
export interface Truth {
  /** Version of the broker that the journal was recorded of. */
  readonly broker: string;
  readonly facts: Readonly<Record<string, FactValue>>;
  /** Every topic of the house, as published. */
  readonly house: readonly string[];
}

/** `packets 2.4-qos2 publisher` */
export function factName(fact: Fact): string {
  switch (fact.fact) {
    case "packets":
    case "topics":
      return `${fact.fact} ${fact.exercise} ${fact.role}`;
    case "counts":
      return `counts ${fact.of.map(({ exercise, role }) => `${exercise} ${role}`).join(", ")}`;
    case "version":
      return `version ${fact.exercise} p${fact.p}`;
  }
}

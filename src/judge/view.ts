/** A whole journal, prepared once for all claims: who is who, what the log says, what the broker is. */
import { brokerFacts, type BrokerFacts } from "../evidence/broker";
import type { Entry, RunEntry } from "../evidence/journal/entry";
import { LogView } from "./log-view";
import { Scene } from "./scene";

export class JournalView {
  readonly log: LogView;
  readonly broker: BrokerFacts;
  readonly run: RunEntry | undefined;
  private readonly positions = new Map<Entry, number>();
  private readonly byExercise = new Map<string, Entry[]>();

  constructor(readonly entries: readonly Entry[]) {
    this.log = new LogView(entries);
    this.broker = brokerFacts(entries);
    this.run = entries.find((entry) => entry.source === "run");
    entries.forEach((entry, position) => {
      this.positions.set(entry, position);
      if (!("exercise" in entry)) return;
      const known = this.byExercise.get(entry.exercise);
      if (known) known.push(entry);
      else this.byExercise.set(entry.exercise, [entry]);
    });
  }

  /** Place of an entry in the journal: what was seen first stands first. */
  position(entry: Entry): number {
    return this.positions.get(entry) ?? -1;
  }

  /** What one exercise left in the journal. */
  scene(exercise: string): Scene {
    return new Scene(this, this.byExercise.get(exercise) ?? []);
  }
}

/**
 * The one place where a run's sightings are kept, in the order in which they were made. Collectors add, waiting code
 * listens, and judgement reads when everything is over.
 */
import { randomBytes } from "node:crypto";
import type { Entry } from "./entry";

/** `Omit` that keeps the members of a union apart. */
type WithoutAt<E> = E extends unknown ? Omit<E, "at"> : never;
export type NewEntry = WithoutAt<Entry>;

type Listener = (entry: Entry) => void;

export class Journal {
  readonly entries: Entry[] = [];
  private readonly listeners = new Set<Listener>();
  private readonly origin = performance.now();

  /** @param run fresh for each run, lower-case letters and digits: it stands in client ids and topics */
  constructor(readonly run: string = freshRunName()) {}

  /** Milliseconds since the run began. */
  now(): number {
    return performance.now() - this.origin;
  }

  add(entry: NewEntry): void {
    const timed = { at: this.now(), ...entry } as Entry;
    this.entries.push(timed);
    for (const listener of this.listeners) listener(timed);
  }

  /** Calls `listener` for every entry from now on, until the returned function is called. */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** Seven characters: short enough that client ids keep within the 23 that every broker must take (MQTT-3.1.3-5). */
function freshRunName(): string {
  return BigInt(`0x${randomBytes(5).toString("hex")}`)
    .toString(36)
    .slice(-7)
    .padStart(7, "0");
}

/**
 * Joins what a server shows after a lost connection onto what it showed before. It may begin anew (`docker logs -f`),
 * with its last lines (`tail -f`), or with new lines only: that is found out from the lines themselves, whose timestamps
 * are part of them. Nothing is given twice; where lines may be missing, that is said.
 */
import { parseLine } from "../../line";
import { isEarlier } from "./stamp";

/** Lines before the loss that have to come again, all and in order, for a join in the middle of what comes. */
const ANCHOR = 256;
/** Lines that are remembered, at least. */
const REMEMBERED = 50_000;
/** Lines that look different, which an overlap has to have: fewer can come again within a second, such as a ping's two. */
const DISTINCT = 3;
/** Lines that are held back while no line of the log is among them. */
const PATIENCE = 10_000;

export interface Joined {
  /** New lines, in order. */
  readonly lines: readonly string[];
  /** Before these lines, others may be missing. */
  readonly gap: boolean;
}

export class Overlap {
  /** The last lines of the log, without greetings and the like. */
  private tail: string[] = [];
  private last: { readonly line: string; readonly stamp: string | undefined } | undefined;
  private recent = new Set<string>();
  private earlier = new Set<string>();
  /** What came since the connection was lost, until it is known where that belongs. */
  private held: string[] | undefined;
  /** Those of `held` that are lines of the log, and their places. */
  private logged: { readonly line: string; readonly at: number }[] = [];

  /** From now on, lines may come that were there already. */
  interrupt(): void {
    this.held = [];
    this.logged = [];
  }

  push(lines: readonly string[]): Joined {
    const out: string[] = [];
    let gap = false;
    for (const line of lines) {
      if (this.held === undefined) {
        this.remember(line);
        out.push(line);
        continue;
      }
      const joined = this.join(line, this.held);
      if (joined === undefined) continue;
      gap ||= joined.gap;
      for (const more of joined.lines) this.remember(more);
      out.push(...joined.lines);
    }
    return { lines: out, gap };
  }

  /** What is new in what is held, once that is known. */
  private join(line: string, held: string[]): Joined | undefined {
    held.push(line);
    // Nothing came before the loss: whatever comes is new, and may be late.
    if (this.last === undefined) return this.settle(0, true);
    if (!this.isOfLog(line)) return held.length > PATIENCE ? this.settle(0, true) : undefined;
    this.logged.push({ line, at: held.length - 1 });
    const { length } = this.logged;
    if (this.isOld(line)) {
      if (this.matches(length) === this.anchor) return this.settle(length);
      if (length > 4 * ANCHOR) this.forget(held);
      return undefined;
    }
    // The first line that is new for certain: what is before it is old, unless it only looks so.
    for (let end = length - 1; end > 0; end--) {
      if (this.matches(end) > 0) return this.settle(end);
    }
    return this.settle(length - 1, true);
  }

  /** Of how many lines, at the end of the first `end` lines held, the tail is made: all of them or none. */
  private matches(end: number): number {
    const n = Math.min(end, this.anchor);
    for (let back = 1; back <= n; back++) {
      if (this.logged[end - back]?.line !== this.tail[this.tail.length - back]) return 0;
    }
    return n;
  }

  /** Of a long past only the end can still matter. */
  private forget(held: string[]): void {
    const first = this.logged.at(-2 * ANCHOR)?.at ?? 0;
    held.splice(0, first);
    this.logged = this.logged.slice(-2 * ANCHOR).map(({ line, at }) => ({ line, at: at - first }));
  }

  private get anchor(): number {
    return Math.min(ANCHOR, this.tail.length);
  }

  /** Goes on behind the first `end` lines. */
  private settle(end: number, lost = false): Joined {
    const { held = [], logged } = this;
    this.held = undefined;
    this.logged = [];
    const from = end === 0 ? (logged[0]?.at ?? 0) : (logged[end - 1]?.at ?? -1) + 1;
    const distinct = new Set(logged.slice(Math.max(0, end - ANCHOR), end).map(({ line }) => line)).size;
    return { lines: held.slice(from), gap: lost || distinct < DISTINCT };
  }

  private isOfLog(line: string): boolean {
    const { interest, stamp } = parseLine(line);
    return interest !== "unknown" && (stamp === undefined) === (this.last?.stamp === undefined);
  }

  private isOld(line: string): boolean {
    if (this.recent.has(line) || this.earlier.has(line)) return true;
    return isEarlier(parseLine(line).stamp, this.last?.stamp);
  }

  private remember(line: string): void {
    const { interest, stamp } = parseLine(line);
    if (interest === "unknown") return;
    this.last = { line, stamp };
    this.tail.push(line);
    if (this.tail.length > 2 * ANCHOR) this.tail = this.tail.slice(-ANCHOR);
    this.recent.add(line);
    if (this.recent.size < REMEMBERED) return;
    this.earlier = this.recent;
    this.recent = new Set();
  }
}

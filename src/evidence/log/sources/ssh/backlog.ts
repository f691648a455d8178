/**
 * Tells when a log that is shown from its beginning has come to what happens now. The server's clock need not be ours:
 * the past is what comes faster than time passes.
 */
import { parseLine } from "../../line";
import { secondsOf } from "./stamp";

/** Milliseconds without a line, after which nothing of the past is left. */
const QUIET = 250;
/** Milliseconds over which the server's clock is compared with ours. */
const WINDOW = 1000;
/** Seconds that the server's clock may seem to gain: it is printed in whole ones, and lines come in bursts. */
const JITTER = 2;
/** Milliseconds after which a log without times is taken as it comes. */
const UNTIMED = 3000;
/** Milliseconds after which any log is. */
const BOUND = 20_000;

export class Backlog {
  private readonly over: Promise<void>;
  private end: () => void = () => undefined;
  private quiet: NodeJS.Timeout | undefined;
  private began: { readonly at: number; readonly seconds: number | undefined } | undefined;
  private readonly startedAt = performance.now();

  constructor() {
    this.over = new Promise((resolve) => (this.end = resolve));
  }

  /** Resolves when the past is over, at the latest after 20 s. */
  async passed(): Promise<void> {
    if (this.quiet === undefined) this.wait();
    await this.over;
  }

  /** Lines have come. */
  note(lines: readonly string[]): void {
    this.wait();
    const now = performance.now();
    const seconds = timeOf(lines);
    this.began ??= { at: now, seconds };
    const elapsed = now - this.began.at;
    if (now - this.startedAt >= BOUND) this.finish();
    if (elapsed < WINDOW) return;
    if (seconds === undefined || this.began.seconds === undefined) {
      if (elapsed >= UNTIMED) this.finish();
    } else if (seconds - this.began.seconds <= elapsed / 1000 + JITTER) this.finish();
    else this.began = { at: now, seconds };
  }

  /** It is of no interest any more. */
  finish(): void {
    clearTimeout(this.quiet);
    this.end();
  }

  private wait(): void {
    clearTimeout(this.quiet);
    this.quiet = setTimeout(this.end, QUIET);
  }
}

/** The time of the last line that has one. */
function timeOf(lines: readonly string[]): number | undefined {
  for (const line of lines.slice(-5).reverse()) {
    const seconds = secondsOf(parseLine(line).stamp);
    if (seconds !== undefined) return seconds;
  }
  return undefined;
}

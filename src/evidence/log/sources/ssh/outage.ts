/** The time from the loss of a connection until it is there again, and lasts. */
import { setTimeout as sleep } from "node:timers/promises";
import { SshError } from "../../../ssh/error";

/** Milliseconds that a connection has to last for the next loss to be another one. */
const STEADY = 3000;
/** Milliseconds before the attempts to connect again; the last one is for all that follow. */
const PAUSES = [0, 250, 500, 1000];
/** Milliseconds for one attempt, where so many are left. */
const ATTEMPT = 5000;
/** Troubles that do not pass by themselves. */
const LASTING: readonly string[] = [
  "host-key-unknown",
  "host-key-changed",
  "host-key-revoked",
  "login-refused",
  "key-unreadable",
  "key-encrypted",
];

export class Outage {
  private lostAt = 0;
  private openedAt = 0;
  private attempts = 0;
  private trouble: SshError | undefined;

  /** @param patience milliseconds that all attempts may take together */
  constructor(
    private readonly patience: number,
    private readonly signal: AbortSignal,
  ) {}

  /** Seconds since the connection was lost. */
  get seconds(): number {
    return (performance.now() - this.lostAt) / 1000;
  }

  /** A connection is there. */
  over(): void {
    this.openedAt = performance.now();
  }

  /**
   * Tries until it succeeds, or patience ends, or trying again is of no use. A connection that did not last continues
   * the outage that it was to end.
   *
   * @param attempt connects, within so many milliseconds
   * @returns the last trouble; `ended` if there was none but that connections did not last; undefined after success
   */
  async overcome(attempt: (within: number) => Promise<void>): Promise<SshError | "ended" | undefined> {
    if (performance.now() - this.openedAt >= STEADY || this.lostAt === 0) this.begin();
    while (!this.signal.aborted) {
      const left = this.patience - (performance.now() - this.lostAt);
      if (left <= 0) return this.trouble ?? "ended";
      const pause = PAUSES[Math.min(this.attempts++, PAUSES.length - 1)] ?? 0;
      await sleep(Math.min(pause, left), undefined, { signal: this.signal }).catch(() => undefined);
      const trouble = await tried(() => attempt(Math.min(ATTEMPT, left)));
      if (trouble === undefined) {
        this.over();
        return undefined;
      }
      this.trouble = trouble;
      if (LASTING.includes(trouble.kind)) return trouble;
    }
    return undefined;
  }

  private begin(): void {
    this.lostAt = performance.now();
    this.attempts = 0;
    this.trouble = undefined;
  }
}

async function tried(attempt: () => Promise<void>): Promise<SshError | undefined> {
  try {
    await attempt();
    return undefined;
  } catch (error) {
    if (error instanceof SshError) return error;
    throw error;
  }
}

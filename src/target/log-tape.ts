/**
 * A log kept from its first byte, so that whoever opens it late misses nothing. Used by the targets whose log reaches
 * us through a pipe, which can be read only once.
 */
import { Readable } from "node:stream";

export class LogTape {
  readonly #chunks: Buffer[] = [];
  readonly #players = new Set<Readable>();
  readonly #waiting = new Set<() => void>();
  #ended = false;

  /** Records everything that `source` gives. Several sources (stdout and stderr) may be recorded on one tape. */
  record(source: Readable): void {
    source.on("data", (chunk: Buffer) => {
      this.write(chunk);
    });
  }

  write(chunk: Buffer): void {
    this.#chunks.push(chunk);
    for (const player of this.#players) player.push(chunk);
    this.#wake();
  }

  /** No more will come; every opened stream ends after its last byte. */
  end(): void {
    this.#ended = true;
    for (const player of this.#players) player.push(null);
    this.#players.clear();
    this.#wake();
  }

  /** A stream from the first byte on, following what is still to come. Each call gives its own. */
  open(): Readable {
    const player = new Readable({
      read: () => undefined,
      destroy: (error, done) => {
        this.#players.delete(player);
        done(error);
      },
    });
    for (const chunk of this.#chunks) player.push(chunk);
    if (this.#ended) player.push(null);
    else this.#players.add(player);
    return player;
  }

  get text(): string {
    return Buffer.concat(this.#chunks).toString();
  }

  /** Resolves with `found(text)` once it is not undefined, or with undefined when the log ends before. */
  async until<T>(found: (text: string) => T | undefined): Promise<T | undefined> {
    for (;;) {
      const value = found(this.text);
      if (value !== undefined || this.#ended) return value;
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}

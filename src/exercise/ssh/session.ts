/** One session of an SSH visitor: what it prints goes into the journal, line by line, within limits. */
import { StringDecoder } from "node:string_decoder";
import type { ClientChannel } from "ssh2";

/** Lines of one session that the journal keeps; a log goes on for ever. */
const KEPT = 40;

export class Session {
  readonly lines: string[] = [];
  /** Everything printed, as it came. */
  private rest = "";
  private over = false;
  private readonly waiting = new Set<() => void>();

  /**
   * @param watch lines like this are kept however many there were
   * @param note writes down what happens
   */
  constructor(
    private readonly channel: ClientChannel,
    private readonly watch: RegExp,
    private readonly note: (event: "output" | "closed", text: string) => void,
  ) {
    for (const stream of [channel, channel.stderr]) {
      const decoder = new StringDecoder("utf8");
      stream.on("data", (chunk: Buffer) => {
        this.take(decoder.write(chunk));
      });
    }
    channel.on("error", () => undefined);
    channel.on("close", () => {
      this.take("\n");
      this.over = true;
      note("closed", "");
      this.wake();
    });
  }

  get ended(): boolean {
    return this.over;
  }

  /** Types, as a person would, or a program. */
  send(text: string): void {
    if (this.channel.writable) this.channel.write(text);
  }

  /** Resolves true when a line like that has been printed, false when the session is over or `ms` milliseconds are. */
  async until(like: RegExp, ms: number): Promise<boolean> {
    const bound = AbortSignal.timeout(ms);
    while (!this.lines.some((line) => like.test(line))) {
      if (this.over || bound.aborted) return false;
      await new Promise<void>((resolve) => {
        this.waiting.add(resolve);
        bound.addEventListener(
          "abort",
          () => {
            resolve();
          },
          { once: true },
        );
      });
    }
    return true;
  }

  close(): void {
    this.channel.destroy();
  }

  private take(text: string): void {
    const pieces = (this.rest + text).split(/\r?\n/);
    this.rest = pieces.pop() ?? "";
    for (const line of pieces) this.print(line);
    // A prompt has no line end.
    if (this.watch.test(this.rest)) this.print(this.rest);
    this.wake();
  }

  private print(line: string): void {
    if (line === "") return;
    this.lines.push(line);
    if (this.lines.length <= KEPT || this.watch.test(line)) this.note("output", line);
  }

  private wake(): void {
    for (const look of this.waiting) look();
    this.waiting.clear();
  }
}

/** One session of an SSH visitor: what it prints goes into the journal, line by line, within limits. */
import { StringDecoder } from "node:string_decoder";
import type { ClientChannel } from "ssh2";
import { LineParser } from "../../evidence/log/line-parser";
import type { SshTrouble } from "../../evidence/ssh/error";

/** Lines of one session that the journal keeps, of a log and of anything else; a log goes on for ever. */
const KEPT = 40;
/**
 * The connection broke off: it is gone, and the server has told neither of an exit status nor of a signal (RFC 4254,
 * section 6.10), which the library would pass on as the code of the end, null for a signal. A server need not tell.
 */
export const LOST: SshTrouble = "lost";

export class Session {
  readonly lines: string[] = [];
  private over = false;
  private left = false;
  private readonly parser = new LineParser();
  private readonly printed = { log: 0, stranger: 0 };
  private readonly waiting = new Set<() => void>();

  /**
   * @param watch lines like this are kept however many there were
   * @param isGone whether the connection is
   * @param note writes down what happens; a line is unfinished when the session was over before it was
   */
  constructor(
    private readonly channel: ClientChannel,
    private readonly watch: RegExp,
    private readonly isGone: () => boolean,
    private readonly note: (event: "output" | "closed", text: string, unfinished?: boolean) => void,
  ) {
    // One each, since a chunk of the other may come between two halves of a line.
    const ends = [channel, channel.stderr].map((stream) => {
      const decoder = new StringDecoder("utf8");
      let rest = "";
      stream.on("data", (chunk: Buffer) => {
        rest = this.take(rest + decoder.write(chunk));
      });
      return () => {
        this.print((rest + decoder.end()).replace(/\r$/, ""), true);
      };
    });
    channel.on("error", () => undefined);
    channel.on("close", (code?: number | null) => {
      for (const end of ends) end();
      this.over = true;
      if (!this.left) note("closed", code === undefined && this.isGone() ? LOST : "");
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
    const wake = () => {
      this.wake();
    };
    bound.addEventListener("abort", wake);
    try {
      while (!this.lines.some((line) => like.test(line))) {
        if (this.over || bound.aborted) return false;
        await new Promise<void>((resolve) => this.waiting.add(resolve));
      }
      return true;
    } finally {
      bound.removeEventListener("abort", wake);
    }
  }

  /** Leaves it; only an end that came by itself stands in the journal. */
  close(): void {
    this.left = true;
    this.channel.destroy();
  }

  /** @returns what is not yet a line */
  private take(text: string): string {
    const pieces = text.split(/\r?\n/);
    const rest = pieces.pop() ?? "";
    for (const line of pieces) this.print(line);
    // A prompt has no line end.
    if (this.watch.test(rest)) this.print(rest);
    this.wake();
    return rest;
  }

  private print(line: string, unfinished = false): void {
    if (line === "") return;
    this.lines.push(line);
    const kind = this.parser.parse(line).interest === "unknown" ? "stranger" : "log";
    if (this.printed[kind]++ < KEPT || this.watch.test(line)) this.note("output", line, unfinished);
  }

  private wake(): void {
    for (const look of this.waiting) look();
    this.waiting.clear();
  }
}

/** One login whose lines are read: a shell without a command, in which the server shows its log. */
import type { Readable } from "node:stream";
import type { Client, ClientChannel } from "ssh2";
import type { SshAccess } from "../../../ssh/access";
import { openShell } from "../../../ssh/shell";
import { LineSplitter } from "../../lines";
import { plain } from "./plain";

export interface SessionEvents {
  lines(lines: readonly string[], from: Session): void;
  /** The session is over, by itself or with its connection. */
  end(from: Session): void;
}

export class Session {
  ended = false;
  /** Exit status or signal of what ran in it, where the server told. */
  exit: string | undefined;
  /** The last line, whatever it was. */
  lastWords = "";

  private constructor(
    private readonly channel: ClientChannel,
    readonly pty: boolean,
    private readonly events: SessionEvents,
  ) {
    this.read(channel);
    // A container's broker writes to standard error, and Docker keeps it so.
    this.read(channel.stderr);
    channel.on("exit", (code: number | null, signal?: string) => {
      this.exit = code === null ? signal : `exit ${code}`;
    });
    channel.once("close", () => {
      this.finish();
    });
  }

  /** @throws SshError when the server opens no session */
  static async open(
    client: Client,
    access: SshAccess,
    pty: boolean,
    events: SessionEvents,
  ): Promise<Session> {
    return new Session(await openShell(client, access, pty), pty, events);
  }

  pause(): void {
    this.channel.pause();
    this.channel.stderr.pause();
  }

  resume(): void {
    this.channel.resume();
    this.channel.stderr.resume();
  }

  /** Ends it; nothing more is told of it. */
  close(): void {
    if (this.ended) return;
    this.ended = true;
    this.channel.close();
  }

  private read(stream: Readable): void {
    // One each, since a chunk of the other may come between two halves of a line.
    const splitter = new LineSplitter();
    stream.on("error", () => undefined);
    stream.on("data", (chunk: Buffer) => {
      const lines = splitter.push(chunk).map(plain);
      if (this.ended || lines.length === 0) return;
      this.lastWords = lines.findLast((line) => line.trim() !== "") ?? this.lastWords;
      this.events.lines(lines, this);
    });
  }

  /** A line that was begun when the connection broke is no line; it comes again, whole, or is missing. */
  private finish(): void {
    if (this.ended) return;
    this.ended = true;
    this.events.end(this);
  }
}

/** A student who follows the log over SSH. */
import type { Client } from "ssh2";
import { LineSplitter } from "../../../src/evidence/log/lines";
import type { SshAccess } from "../../../src/evidence/ssh/access";
import { connect } from "../../../src/evidence/ssh/connect";
import { openShell } from "../../../src/evidence/ssh/shell";
import type { Tally } from "./tally";

const LOGIN_BOUND = 20_000;
/** What follow-log says on standard error when its reader was too slow. */
const LEFT_OUT = "[lines were left out";

export class Follower {
  /** Whether the server said that it left lines out. */
  leftOut = false;
  /** Whether the session ended by itself. */
  ended = false;
  private readonly awaited = new Map<string, () => void>();

  private constructor(
    private readonly client: Client,
    private readonly tally: Tally,
  ) {}

  static async login(access: SshAccess, tally: Tally): Promise<Follower> {
    const client = await connect(access, { within: LOGIN_BOUND });
    const follower = new Follower(client, tally);
    const channel = await openShell(client, access, false);
    const splitter = new LineSplitter();
    channel.on("data", (chunk: Buffer) => {
      for (const line of splitter.push(chunk)) follower.line(line);
    });
    channel.stderr.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes(LEFT_OUT)) follower.leftOut = true;
    });
    channel.on("close", () => (follower.ended = true));
    return follower;
  }

  /** Resolves when a line holds `word`. */
  async until(word: string): Promise<void> {
    await new Promise<void>((resolve) => this.awaited.set(word, resolve));
  }

  leave(): void {
    this.client.destroy();
  }

  private line(line: string): void {
    this.tally.take(line);
    for (const [word, seen] of this.awaited) {
      if (!line.includes(word)) continue;
      this.awaited.delete(word);
      seen();
    }
  }
}

/** Reading the broker's log over SSH as a student does. */
import { once } from "node:events";
import type { Client, ClientChannel } from "ssh2";
import { LineSplitter } from "../../evidence/log/lines";
import type { SshAccess } from "../../evidence/ssh/access";
import { connect } from "../../evidence/ssh/connect";
import { openShell } from "../../evidence/ssh/shell";

/** A login whose lines are looked through. */
export class SshLog implements Disposable {
  private readonly splitter = new LineSplitter();
  private readonly seen: string[] = [];

  private constructor(
    private readonly client: Client,
    private readonly channel: ClientChannel,
  ) {
    channel.on("data", (chunk: Buffer) => {
      this.seen.push(...this.splitter.push(chunk));
      channel.emit("lines");
    });
  }

  /** @throws SshError */
  static async open(access: SshAccess, ms: number): Promise<SshLog> {
    const client = await connect(access, { within: ms });
    try {
      return new SshLog(client, await openShell(client, access, false));
    } catch (error) {
      client.destroy();
      throw error;
    }
  }

  /** Resolves once a line holds `words`; rejects after `ms` milliseconds. */
  async until(words: string, ms: number): Promise<void> {
    const signal = AbortSignal.timeout(ms);
    let looked = 0;
    for (;;) {
      while (looked < this.seen.length) if (this.seen[looked++]?.includes(words)) return;
      await once(this.channel, "lines", { signal });
    }
  }

  [Symbol.dispose](): void {
    this.client.destroy();
  }
}

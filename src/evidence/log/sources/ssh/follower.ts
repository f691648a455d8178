/**
 * A log that is read over SSH, as a stream that outlives its connections. `gap` is emitted, with a text, before lines
 * between which and the earlier ones others may be missing.
 */
import { Readable } from "node:stream";
import type { Client } from "ssh2";
import type { SshAccess } from "../../../ssh/access";
import { connect } from "../../../ssh/connect";
import { SshError } from "../../../ssh/error";
import { LogSourceError } from "../error";
import { Backlog } from "./backlog";
import { begin } from "./begin";
import { Outage } from "./outage";
import { Overlap } from "./overlap";
import * as say from "./sentences";
import { Session, type SessionEvents } from "./session";

export interface SshSourceOptions {
  /** Whether to give what the server shows of the time before the log was opened; left out by default. */
  readonly past?: boolean;
  /** Milliseconds within which a lost connection must be there again; 15 s by default. */
  readonly patience?: number;
  /** Ends the log, or the attempt to open it, at once. */
  readonly signal?: AbortSignal;
}

const PATIENCE = 15_000;

export class Follower extends Readable implements SessionEvents {
  private readonly overlap = new Overlap();
  private readonly backlog = new Backlog();
  private readonly ending = new AbortController();
  private readonly outage: Outage;
  private client: Client | undefined;
  private session: Session | undefined;
  /** A session that ends is taken up again. */
  private started = false;
  /** The connection is lost, and not there again. */
  private lost = false;
  /** Lines are given on. */
  private giving: boolean;

  constructor(
    private readonly access: SshAccess,
    { past = false, patience = PATIENCE, signal }: SshSourceOptions,
  ) {
    super();
    this.giving = past;
    this.outage = new Outage(patience, this.ending.signal);
    const stop = () => this.destroy();
    signal?.addEventListener("abort", stop, { once: true });
    this.once("close", () => signal?.removeEventListener("abort", stop));
  }

  /**
   * Resolves when the log is being read, and its past is over where that is left out.
   *
   * @throws SshError
   */
  async start(): Promise<void> {
    await begin(await this.login(), this.access, this);
    if (!this.giving) await this.backlog.passed();
    if (this.session?.ended) throw new SshError("no-log", say.endsByItself(this.access, this.session.exit));
    this.outage.over();
    this.giving = this.started = true;
  }

  lines(lines: readonly string[], from: Session): void {
    if (this.destroyed) return;
    this.session = from;
    if (!this.giving) this.backlog.note(lines);
    const { lines: fresh, gap } = this.overlap.push(lines);
    if (gap) this.emit("gap", say.linesMayBeMissing(this.access, this.outage.seconds));
    if (fresh.length > 0 && this.giving && !this.push(`${fresh.join("\n")}\n`)) from.pause();
  }

  end(from: Session): void {
    this.session = from;
    this.backlog.finish();
    if (this.started && !this.destroyed)
      this.recover(from).catch((error: unknown) => this.destroy(error as Error));
  }

  override _read(): void {
    this.session?.resume();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.ending.abort();
    this.backlog.finish();
    if (this.lost && error === null)
      this.emit("gap", say.linesMayBeMissing(this.access, this.outage.seconds));
    this.session?.close();
    this.client?.destroy();
    done(error);
  }

  private async login(within?: number): Promise<Client> {
    const { signal } = this.ending;
    const client = await connect(this.access, within === undefined ? { signal } : { within, signal });
    if (this.destroyed) client.destroy();
    this.client = client;
    return client;
  }

  private async recover({ pty, exit }: Session): Promise<void> {
    this.client?.destroy();
    this.overlap.interrupt();
    this.lost = true;
    const trouble = await this.outage.overcome(async (within) => {
      const client = await this.login(within);
      this.session = await Session.open(client, this.access, pty, this);
      this.lost = false;
    });
    if (trouble === undefined || this.destroyed) return;
    const why = trouble === "ended" ? say.endsByItself(this.access, exit) : trouble.text;
    this.destroy(new LogSourceError(say.goneForGood(this.access, this.outage.seconds, why)));
  }
}

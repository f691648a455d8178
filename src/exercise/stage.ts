/**
 * What an exercise is played on: fresh names, clients behind the tap, and marks for the journal. One a played exercise.
 */
import type { Listener } from "../evidence/journal/entry";
import type { Journal } from "../evidence/journal/journal";
import { InsideTls } from "../evidence/wire/inside";
import type { Line, Tap } from "../evidence/wire/tap";
import type { BrokerFacts } from "../evidence/broker";
import type { SshAccess, Target, TlsAccess } from "../target/target";
import { Client, type ClientOptions } from "./client";
import { RawClient } from "./raw-client";
import { selectFrames } from "./select";
import { SshVisitor } from "./ssh/visitor";
import { secure, type TlsOptions } from "./tls/handshake";
import { closeOf, NotSeen, within } from "./wait";
import type { Way } from "./way";

/** MQTT 3.1 allows no more, and 3.1.1 promises no more (MQTT-3.1.3-5). */
const CLIENT_ID_LENGTH = 23;

/** What tells one client's way to the broker from another's. */
export interface WayOptions {
  /** TLS, and what the client wants of it; `{}` for what every client would do. */
  readonly tls?: TlsOptions;
  /** The broker's port; by default the one that fits. */
  readonly listener?: Listener;
}

export class Stage {
  private readonly clients = new Map<string, Client | RawClient>();
  private readonly visitors = new Set<SshVisitor>();

  /**
   * @param number of the exercise within the run, so that client ids are short
   */
  constructor(
    readonly exercise: string,
    private readonly number: number,
    readonly broker: BrokerFacts,
    private readonly journal: Journal,
    private readonly tap: Tap,
    private readonly target: Pick<Target, "credentials" | "tls" | "ssh">,
    /** Path of tshark; only for exercises that need it. */
    private readonly tshark?: string,
  ) {}

  /** The broker's TLS port and what is handed out for it; only for exercises that need `tls`. */
  get tls(): TlsAccess {
    if (this.target.tls === undefined) throw new Error(`${this.exercise} must say that it needs tls`);
    return this.target.tls;
  }

  /** The login that shows the broker's log; only for exercises that need `ssh`. */
  get ssh(): SshAccess {
    if (this.target.ssh === undefined) throw new Error(`${this.exercise} must say that it needs ssh`);
    return this.target.ssh;
  }

  /** Whether the run was given a user name. */
  get withLogin(): boolean {
    return this.target.credentials.username !== undefined;
  }

  /** A topic that no other run and no other exercise uses: `tp-mqtt/<run>/<exercise>/<name>`. */
  topic(name: string): string {
    return `${this.root}/${name}`;
  }

  /** First levels of every topic of this exercise. */
  get root(): string {
    return `tp-mqtt/${this.journal.run}/${this.exercise}`;
  }

  /** Name of the run, fresh each time. */
  get run(): string {
    return this.journal.run;
  }

  /** A payload that no other run has: nobody can replay it. */
  payload(label: string): Buffer {
    return Buffer.from(`${label} ${this.journal.run}`);
  }

  /** An ordinary client, not connected yet. */
  async newClient(role: string, way: WayOptions = {}): Promise<Client> {
    const { credentials } = this.target;
    const to = await this.way(role, way);
    const client = new Client(this.exercise, role, this.introduce(role), to, credentials, this.journal);
    this.clients.set(role, client);
    return client;
  }

  /** An ordinary client, connected. */
  async client(role: string, options: ClientOptions = {}, way: WayOptions = {}): Promise<Client> {
    const client = await this.newClient(role, way);
    await client.connect(options);
    return client;
  }

  /**
   * A client that sends what it is told to, not connected yet.
   * @param as client id of another role, for those who play the same client twice
   */
  async raw(role: string, as?: string, way: WayOptions = {}): Promise<RawClient> {
    const to = await this.way(role, way);
    const { address } = to.line;
    const client = new RawClient(role, this.introduce(role, as), address, this.target.credentials, to);
    this.clients.set(role, client);
    return client;
  }

  /**
   * A TLS handshake and nothing behind it; resolves when the connection is closed on both sides. Whether the client
   * accepted or refused, and why, stands in the journal.
   */
  async handshake(role: string, way: WayOptions = {}): Promise<void> {
    const { line, dial } = await this.way(role, { tls: {}, ...way });
    try {
      const socket = await dial?.();
      socket?.end();
    } catch (error) {
      if (!(error instanceof NotSeen)) throw error;
    }
    await within(line.idle(), closeOf(role));
  }

  /**
   * Somebody who will log in over SSH, with the target's access unless `access` says otherwise.
   * @param watch what a session would print if the attempt had an effect
   */
  visitor(role: string, watch: RegExp, access: SshAccess = this.ssh): SshVisitor {
    const visitor = new SshVisitor(this.exercise, role, access, this.journal, watch);
    this.visitors.add(visitor);
    return visitor;
  }

  /**
   * Resolves true when a line with that text has been read from the broker's log, and false after `ms` milliseconds.
   * To be called before what causes the line.
   */
  logLine(text: string, ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (seen: boolean) => {
        deaf();
        clearTimeout(late);
        resolve(seen);
      };
      const late = setTimeout(end, ms, false);
      const deaf = this.journal.listen((entry) => {
        if (entry.source === "log" && entry.text.includes(text)) end(true);
      });
    });
  }

  /**
   * Asks tshark which frames each display filter selects from the capture of this exercise, as far as it has been
   * played; the answers stand in the journal.
   */
  async select(filters: readonly string[], options: { readonly decrypted: boolean }): Promise<void> {
    const program = this.tshark === undefined ? {} : { program: this.tshark };
    await selectFrames(this.exercise, filters, this.journal, { ...options, ...program });
  }

  /** Writes a step into the journal, for claims to refer to. */
  mark(name: string, data?: unknown): void {
    this.journal.add({
      source: "play",
      exercise: this.exercise,
      event: "mark",
      name,
      ...(data === undefined ? {} : { data }),
    });
  }

  /** Ends every connection that is still open. */
  clear(): void {
    for (const client of this.clients.values()) client.destroy();
    for (const visitor of this.visitors) visitor.destroy();
  }

  private async way(role: string, { tls, listener }: WayOptions): Promise<Way> {
    const line = await this.tap.line(this.exercise, role, listener ?? (tls === undefined ? "plain" : "tls"));
    return tls === undefined ? { line } : { line, dial: () => this.dial(role, line, tls) };
  }

  private async dial(role: string, line: Line, options: TlsOptions): Promise<InsideTls> {
    const { exercise, journal } = this;
    const place = () => ({ exercise, role, connection: line.connection });
    const socket = await secure(line.address, this.tls, options, role, (entry) => {
      journal.add({ source: "tls", ...place(), ...entry });
    });
    return new InsideTls(socket, journal, place(), this.target.credentials.password);
  }

  private introduce(role: string, as?: string): string {
    const client = as ?? `${this.journal.run}-${this.number}-${role}`.slice(0, CLIENT_ID_LENGTH);
    const taken = [...this.clients.values()].some((other) => other.id === client);
    if (taken && as === undefined)
      throw new Error(`two roles of ${this.exercise} would share the client id ${client}`);
    this.journal.add({ source: "play", exercise: this.exercise, event: "actor", role, client });
    return client;
  }
}

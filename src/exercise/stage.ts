/**
 * What an exercise is played on: fresh names, clients behind the tap, and marks for the journal. One a played exercise.
 */
import type { Journal } from "../evidence/journal/journal";
import type { Tap } from "../evidence/wire/tap";
import type { BrokerFacts } from "../evidence/broker";
import type { Credentials } from "../target/target";
import { Client, type ClientOptions } from "./client";
import { RawClient } from "./raw-client";

/** MQTT 3.1 allows no more, and 3.1.1 promises no more (MQTT-3.1.3-5). */
const CLIENT_ID_LENGTH = 23;

export class Stage {
  private readonly clients = new Map<string, Client | RawClient>();

  /**
   * @param number of the exercise within the run, so that client ids are short
   */
  constructor(
    readonly exercise: string,
    private readonly number: number,
    readonly broker: BrokerFacts,
    private readonly journal: Journal,
    private readonly tap: Tap,
    private readonly credentials: Credentials,
  ) {}

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
  async newClient(role: string): Promise<Client> {
    const line = await this.tap.line(this.exercise, role);
    const client = new Client(
      this.exercise,
      role,
      this.introduce(role),
      line,
      this.credentials,
      this.journal,
    );
    this.clients.set(role, client);
    return client;
  }

  /** An ordinary client, connected. */
  async client(role: string, options: ClientOptions = {}): Promise<Client> {
    const client = await this.newClient(role);
    await client.connect(options);
    return client;
  }

  /**
   * A client that sends what it is told to, not connected yet.
   * @param as client id of another role, for those who play the same client twice
   */
  async raw(role: string, as?: string): Promise<RawClient> {
    const line = await this.tap.line(this.exercise, role);
    const client = new RawClient(role, this.introduce(role, as), line.address, this.credentials, line);
    this.clients.set(role, client);
    return client;
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

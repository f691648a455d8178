/**
 * Somebody who logs in over SSH and tries what an account may or may not do. What came of it stands in the journal, and
 * nothing is judged here.
 */
import { BaseAgent, type Client, type ClientChannel } from "ssh2";
import type { SshAccess } from "../../evidence/ssh/access";
import { connect } from "../../evidence/ssh/connect";
import { SshError } from "../../evidence/ssh/error";
import type { SshEntry } from "../../evidence/journal/entry";
import type { Journal } from "../../evidence/journal/journal";
import { LOST, Session } from "./session";

/** Milliseconds that a server has for an answer. */
const ANSWER_MS = 5000;

export interface SessionOptions {
  readonly pty?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly x11?: boolean;
  readonly agent?: boolean;
}

/** An agent without keys: it is there to be forwarded. */
class NoKeys extends BaseAgent<string> {
  getIdentities(done: (error: undefined, keys: string[]) => void): void {
    done(undefined, []);
  }
  sign(): void {
    throw new Error("this agent has no keys");
  }
}

export class SshVisitor {
  private client: Client | undefined;
  private isGone = false;
  private readonly sessions = new Set<Session>();

  /**
   * @param role the attempt, as the journal names it
   * @param watch output that must be kept: what it would print if the attempt had an effect
   */
  constructor(
    private readonly exercise: string,
    private readonly role: string,
    private readonly access: SshAccess,
    private readonly journal: Journal,
    private readonly watch: RegExp,
  ) {}

  /** Logs in; whether that succeeded stands in the journal, with the reason where it did not. */
  async login(): Promise<boolean> {
    const { password, keyFile } = this.access;
    try {
      this.client = await connect(this.access, { within: ANSWER_MS });
      // Each request that waits for its answer listens for the end of the connection.
      this.client.setMaxListeners(0);
      // Before the sessions on it hear of their end.
      this.client.once("close", () => {
        this.isGone = true;
      });
      this.note("login", password === undefined ? (keyFile === undefined ? "agent" : "key") : "password");
      return true;
    } catch (error) {
      if (!(error instanceof SshError)) throw error;
      this.note("refused", error.kind);
      return false;
    }
  }

  /** A session without a command, as a user of the sheet opens it. */
  async shell(options: SessionOptions = {}): Promise<Session | undefined> {
    const { pty = false, agent = false, ...others } = options;
    const client = this.prepared(agent);
    return this.session(`shell${asked(options)}`, (done) =>
      client.shell(pty ? {} : false, { ...more(others), ...forwarded(agent) }, done),
    );
  }

  /** As `ssh user@host` opens it for somebody at a terminal: with one, or without where the server gives none. */
  async interactive(): Promise<Session | undefined> {
    const session = (await this.shell({ pty: true })) ?? (await this.shell());
    // A server of one session may still have the first one open when it is asked for the second. Its answer to that proves
    // that it has read of the first one's end: it is asked once more.
    return session ?? this.shell();
  }

  async exec(command: string, options: SessionOptions = {}): Promise<Session | undefined> {
    const { pty = false, agent = false, ...others } = options;
    const client = this.prepared(agent);
    return this.session(`exec ${command}`, (done) =>
      client.exec(command, { pty, ...more(others), ...forwarded(agent) }, done),
    );
  }

  /** Opens SFTP and lists the root; what it lists stands in the journal as output. */
  async sftp(): Promise<void> {
    const client = this.prepared(false);
    const names = await this.request<string[]>("sftp", (done) => {
      client.sftp((error, sftp) => {
        if (error) done(error);
        else
          sftp.readdir("/", (refused, list) => {
            done(refused ?? undefined, refused ? undefined : list.map(({ filename }) => filename));
          });
      });
    });
    if (names) this.note("output", names.join(" "));
  }

  /** A connection from the server's machine to somewhere else. */
  async forwardTo(host: string, port: number): Promise<void> {
    const client = this.prepared(false);
    await this.channel(`direct-tcpip ${host}:${port}`, (done) =>
      client.forwardOut("127.0.0.1", 1, host, port, done),
    );
  }

  /** A connection to a socket of the server's machine. */
  async forwardSocket(path: string): Promise<void> {
    const client = this.prepared(false);
    await this.channel(`direct-streamlocal ${path}`, (done) =>
      client.openssh_forwardOutStreamLocal(path, done),
    );
  }

  /** A port on the server's machine that leads back here. */
  async listen(host: string): Promise<void> {
    const client = this.prepared(false);
    await this.request<number>(`tcpip-forward ${host}`, (done) =>
      client.forwardIn(host, 0, (error, port) => {
        done(error, port);
      }),
    );
  }

  /** Ends everything. */
  destroy(): void {
    for (const session of this.sessions) session.close();
    this.client?.destroy();
  }

  private prepared(agent: boolean): Client {
    if (this.client === undefined) throw new Error(`${this.role} is not logged in`);
    // The library forwards only the agent that the login was made with.
    if (agent) Object.assign(this.client, { _agent: new NoKeys() });
    return this.client;
  }

  private async session(
    what: string,
    ask: (done: (error: Error | undefined, channel: ClientChannel) => void) => void,
  ): Promise<Session | undefined> {
    const channel = await this.request<ClientChannel>(what, ask);
    if (channel === undefined) return undefined;
    const session = new Session(
      channel,
      this.watch,
      () => this.isGone,
      (event, text, unfinished) => {
        this.note(event, text, unfinished);
      },
    );
    this.sessions.add(session);
    return session;
  }

  private async channel(
    what: string,
    ask: (done: (error: Error | undefined, channel: ClientChannel) => void) => void,
  ): Promise<void> {
    const channel = await this.request<ClientChannel>(what, ask);
    channel?.destroy();
  }

  /** Asks, and notes whether it was granted, denied, or never answered, in time or at all: that is not the same. */
  private async request<T>(
    what: string,
    ask: (done: (error: Error | undefined, given?: T) => void) => void,
  ): Promise<T | undefined> {
    const outcome = await new Promise<{ error?: Error; given?: T } | "unanswered" | "lost">((resolve) => {
      const late = setTimeout(() => {
        resolve("unanswered");
      }, ANSWER_MS);
      const gone = () => {
        clearTimeout(late);
        resolve("lost");
      };
      const done = (error: Error | undefined, given?: T) => {
        clearTimeout(late);
        this.client?.off("close", gone);
        resolve(error ? { error } : given === undefined ? {} : { given });
      };
      this.client?.once("close", gone);
      try {
        ask(done);
      } catch (error) {
        done(error as Error);
      }
    });
    if (outcome === "unanswered" || outcome === "lost") {
      // Nobody can tell what a connection that broke off would have brought: that is no refusal.
      this.note("unanswered", what);
      if (outcome === "lost") this.note("closed", LOST);
      return undefined;
    }
    if (outcome.error) this.note("denied", `${what} (${outcome.error.message})`);
    else this.note("granted", what);
    return outcome.given;
  }

  private note(event: SshEntry["event"], text: string, unfinished = false): void {
    const { exercise, role } = this;
    this.journal.add({ source: "ssh", exercise, role, event, text, ...(unfinished && { unfinished }) });
  }
}

function more({ env, x11 }: Pick<SessionOptions, "env" | "x11">) {
  return { ...(env === undefined ? {} : { env }), ...(x11 ? { x11: true } : {}) };
}

const forwarded = (agent: boolean) => (agent ? { agentForward: true } : {});

function asked({ pty, x11, agent, env }: SessionOptions): string {
  const parts = [pty && "pty", x11 && "x11-req", agent && "auth-agent-req", env && "env"];
  return parts
    .filter(Boolean)
    .map((part) => ` + ${part as string}`)
    .join("");
}

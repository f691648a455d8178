/** An SSH server that shows a log, as its tests see it, and OpenSSH's own client to go in by. For tests. */
import { execFile, spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

export interface Door extends AsyncDisposable {
  /** Of 127.0.0.1, where the server is reached. */
  readonly port: number;
  /** The server's own port, where it is. */
  readonly innerPort: number;
  readonly password: string;
  /** Name of the container that it runs in, which has Perl. */
  readonly container: string;
  /** Has a line appear in the log that holds this word. */
  write(word: string): Promise<void>;
}

/** What a session wrote so far, and its end. */
export interface Session extends Disposable {
  readonly child: ChildProcessWithoutNullStreams;
  readonly output: () => string;
  /** Resolves once the output, standard error included, holds it; rejects when the session ends without it. */
  shows(words: string | RegExp): Promise<void>;
  /** Exit status, once all that it wrote is there. */
  readonly ended: Promise<number | null>;
  /** The program itself has ended, whatever it left behind. */
  readonly exited: Promise<unknown>;
}

export const TARGET = "mqttlogs@127.0.0.1";

/** SSH_AGENT_FAILURE, as the agent protocol has it. */
const AGENT_FAILURE = Buffer.from([0, 0, 0, 1, 5]);

/** The client's programs, with a folder of their own for what they need and for what they would bring home. */
export class Burglar implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), "tp-mqtt-door-"));

  /** @param key file of a private key to log in with, instead of the password */
  constructor(
    private readonly door: Pick<Door, "port" | "password">,
    private readonly key?: string,
  ) {
    writeFileSync(this.file("askpass"), `#!/bin/sh\necho '${door.password}'\n`, { mode: 0o700 });
  }

  file(name: string): string {
    return join(this.folder, name);
  }

  /** Options that every program of OpenSSH takes. */
  get options(): string[] {
    const given = [
      "StrictHostKeyChecking=no",
      "UserKnownHostsFile=/dev/null",
      "LogLevel=ERROR",
      // OpenSSH prefers one against quantum computers, which costs ten times the work: the tests make hundreds of connections.
      "KexAlgorithms=curve25519-sha256",
      ...(this.key === undefined
        ? ["PubkeyAuthentication=no"]
        : [`IdentityFile=${this.key}`, "IdentitiesOnly=yes"]),
      "GlobalKnownHostsFile=/dev/null",
    ];
    return ["-F", "none", "-o", `Port=${this.door.port}`, ...given.flatMap((option) => ["-o", option])];
  }

  start(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Session {
    const askpass = { SSH_ASKPASS: this.file("askpass"), SSH_ASKPASS_REQUIRE: "force", DISPLAY: ":99" };
    const child = spawn(program, [...this.options, ...args], {
      env: { PATH: process.env.PATH, HOME: this.folder, ...askpass, ...env },
      cwd: this.folder,
      // A process group of its own: scp leaves its ssh behind.
      detached: true,
    });
    return sessionOf(child);
  }

  ssh(options: readonly string[] = [], command?: string): Session {
    return this.start("ssh", [...options, TARGET, ...(command === undefined ? [] : [command])]);
  }

  /** Something that a client takes for an agent: without one it asks for no forwarding. */
  async agent(): Promise<Disposable & { readonly path: string }> {
    const path = this.file("agent");
    const server = createServer((socket) => {
      socket.on("error", () => undefined).on("data", () => socket.write(AGENT_FAILURE));
    }).listen(path);
    server.unref();
    await once(server, "listening");
    return { path, [Symbol.dispose]: () => void server.close() };
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function sessionOf(child: ChildProcessWithoutNullStreams): Session {
  let text = "";
  const waiting = new Set<() => void>();
  const take = (chunk: Buffer) => {
    text += chunk.toString();
    for (const look of waiting) look();
  };
  child.stdout.on("data", take);
  child.stderr.on("data", take);
  child.stdin.on("error", () => undefined);
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return {
    child,
    output: () => text,
    ended,
    exited: new Promise((resolve) => child.once("exit", resolve)),
    shows: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (typeof words === "string" ? !text.includes(words) : !words.test(text)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        void ended.then(() => {
          reject(new Error(`the session ended without ${String(words)}: ${text.slice(-300)}`));
        });
        look();
      }),
    [Symbol.dispose]: () => {
      killGroup(child.pid);
    },
  };
}

function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // They have all ended.
  }
}

/** What a line of Perl prints in the server's container. */
export async function inside(door: Door, perl: string): Promise<string> {
  const { stdout } = await promisify(execFile)("docker", ["exec", door.container, "perl", "-e", perl]);
  return stdout;
}

/** A TCP port of the server's container in state LISTEN, `/proc/net/tcp` of proc(5). */
export async function listensInside(door: Door, port: number): Promise<boolean> {
  const tables = await inside(door, 'for (qw(tcp tcp6)) { open F, "/proc/net/$_"; print <F> }');
  const hex = port.toString(16).toUpperCase().padStart(4, "0");
  return new RegExp(`:${hex} [0-9A-F]+:0000 0A `).test(tables);
}

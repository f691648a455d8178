/** The OpenSSH server of this machine on a loopback port, with keys, rules and files of its own that go with it. */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import type { SshAccess } from "../access";
import { fingerprint } from "../host-key";
import { quietPorts } from "./ports";

const SSHD = "/usr/sbin/sshd";
/** Where sshd keeps its helpers apart; Debian's service makes it. */
const SEPARATION = "/run/sshd";

export interface SshdOptions {
  /** Body of the shell script that every login runs; it finds its folder in `$1`. */
  readonly script?: string;
  /** More lines of `sshd_config`. */
  readonly config?: readonly string[];
  /** Loopback address to listen on; 127.0.0.1 by default. */
  readonly address?: string;
  /** Types of the host keys; ed25519 alone by default. */
  readonly hostKeys?: readonly ("ed25519" | "rsa" | "ecdsa")[];
}

export class Sshd implements AsyncDisposable {
  private readonly frozen: number[] = [];
  private server: ChildProcess | undefined;
  readonly folder = mkdtempSync(join(tmpdir(), "tp-mqtt-sshd-"));

  private constructor(
    readonly port: number,
    private readonly options: SshdOptions,
  ) {}

  static async start(options: SshdOptions = {}): Promise<Sshd> {
    const [port = 0] = await quietPorts(1);
    const sshd = new Sshd(port, options);
    sshd.configure();
    await sshd.up();
    return sshd;
  }

  /** How to log in; add `keyFile` or the like to be let in otherwise. */
  get access(): SshAccess {
    const { port, folder } = this;
    return {
      host: this.host,
      port,
      username: userInfo().username,
      keyFile: join(folder, "user"),
      hostKey: this.fingerprint(),
      knownHosts: [],
    };
  }

  private get host(): string {
    return this.options.address ?? "127.0.0.1";
  }

  /** File in its folder. */
  file(name: string): string {
    return join(this.folder, name);
  }

  fingerprint(type = this.types[0]): string {
    return fingerprint(this.publicKey(type));
  }

  publicKey(type = this.types[0]): Buffer {
    const [, base64 = ""] = readFileSync(this.file(`host-${type}.pub`), "utf8").split(" ");
    return Buffer.from(base64, "base64");
  }

  /** Takes connections (again). */
  async up(): Promise<void> {
    this.server = spawn(SSHD, ["-D", "-e", "-f", this.file("sshd_config")], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    for await (const chunk of this.server.stderr ?? []) {
      said += String(chunk);
      if (said.includes("Server listening")) break;
    }
    if (!said.includes("Server listening")) throw new Error(`sshd does not start: ${said}`);
  }

  /** Takes no connections any more; those that there are go on. */
  async down(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server?.exitCode !== null) return;
    server.kill("SIGTERM");
    await once(server, "exit");
  }

  /** Process ids of the logins that go on: each script writes its own, and its parent is the server of one connection. */
  logins(): readonly number[] {
    const pids = existsSync(this.file("pids")) ? readFileSync(this.file("pids"), "utf8") : "";
    return pids
      .trim()
      .split("\n")
      .filter(Boolean)
      .map(Number)
      .filter((pid) => servedOn(pid, this.port));
  }

  /** Stops every connection’s server in its tracks; its connection stays. */
  freeze(): void {
    for (const pid of this.logins()) kill(parentOf(pid) ?? pid, "SIGSTOP");
    this.frozen.push(...this.logins().map((pid) => parentOf(pid) ?? pid));
    writeFileSync(this.file("pids"), "");
  }

  /** Cuts every connection, without a word to the other side. */
  cut(): void {
    for (const pid of this.logins()) {
      const server = parentOf(pid);
      // Its own server is gone before it only when init has it; what it started is in its process group.
      if (server !== undefined && server > 1) kill(server, "SIGKILL");
      kill(-pid, "SIGKILL");
    }
    writeFileSync(this.file("pids"), "");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.down();
    this.cut();
    for (const pid of this.frozen) kill(pid, "SIGKILL");
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get types(): readonly [string, ...string[]] {
    const [first = "ed25519", ...rest] = this.options.hostKeys ?? [];
    return [first, ...rest];
  }

  private configure(): void {
    if (userInfo().uid === 0) mkdirSync(SEPARATION, { recursive: true, mode: 0o755 });
    const { script = "cat", config = [] } = this.options;
    for (const type of this.types) makeKey(this.file(`host-${type}`), type);
    makeKey(this.file("user"), "ed25519");
    makeKey(this.file("stranger"), "ed25519");
    writeFileSync(this.file("login"), `#!/bin/sh\necho $$ >> ${this.file("pids")}\n${script}\n`);
    chmodSync(this.file("login"), 0o700);
    const lines = [
      `ListenAddress ${this.host}:${this.port}`,
      "PidFile none",
      "StrictModes no",
      "UsePAM no",
      "PrintMotd no",
      "PasswordAuthentication no",
      `AuthorizedKeysFile ${this.file("user.pub")}`,
      ...this.types.map((type) => `HostKey ${this.file(`host-${type}`)}`),
      // What a shell of this machine's user does at its start is nobody's business here.
      `SetEnv HOME=${this.folder}`,
      // Of several words for one thing the first counts.
      ...config,
      `ForceCommand exec ${this.file("login")} ${this.folder}`,
    ];
    writeFileSync(this.file("sshd_config"), `${lines.join("\n")}\n`);
  }
}

function makeKey(file: string, type: string): void {
  execFileSync("ssh-keygen", ["-q", "-t", type, "-N", "", "-C", "test", "-f", file]);
}

/** Whether the process came out of a login on that port: a number may have gone to somebody else meanwhile. */
function servedOn(pid: number, port: number): boolean {
  try {
    const variables = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
    return variables.some((one) => one.startsWith("SSH_CONNECTION=") && one.endsWith(` ${port}`));
  } catch {
    return false;
  }
}

/** The process that `pid` was started by. */
function parentOf(pid: number): number | undefined {
  try {
    const [, after = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
    return Number(after.split(" ")[1]);
  } catch {
    return undefined;
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}

/** A lab that is started, judged and removed by way of the commands alone. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Results } from "../../src/judge/results";
import { tpMqtt, type Ended } from "./command";

export interface Ports {
  readonly mqtt: number;
  readonly tls: number;
  readonly ssh: number;
}

/** A run of `verify`. */
export interface Verified extends Ended {
  /** Undefined when none were written. */
  readonly results: Results | undefined;
}

export class Bench {
  constructor(
    /** Everything is in it. */
    readonly folder: string,
    readonly name: string,
    readonly ports: Ports,
  ) {}

  get lab(): string {
    return join(this.folder, "lab");
  }

  get broker(): string {
    return `${this.name}-mosquitto`;
  }

  get ssh(): string {
    return `${this.name}-ssh-logs`;
  }

  up(): Promise<Ended> {
    const { mqtt, tls, ssh } = this.ports;
    const ports = ["--mqtt-port", String(mqtt), "--tls-port", String(tls), "--ssh-port", String(ssh)];
    return this.run("lab", "up", "--dir", this.lab, "--name", this.name, ...ports);
  }

  status(): Promise<Ended> {
    return this.run("lab", "status", "--dir", this.lab);
  }

  down(): Promise<Ended> {
    return this.run("lab", "down", "--dir", this.lab);
  }

  /** What the lab hands out is all that is known. */
  async overSsh(report: string): Promise<Verified> {
    const { mqtt, tls, ssh } = this.ports;
    const known = {
      TP_HOST: "127.0.0.1",
      TP_PORT: String(mqtt),
      TP_TLS_PORT: String(tls),
      TP_CA: join(this.lab, "handout/mosquitto.crt"),
      TP_SSH: `mqttlogs@127.0.0.1:${ssh}`,
      TP_SSH_HOST_KEY: /SHA256:\S+/.exec(this.announced)?.[0] ?? "",
      TP_SSH_PASSWORD: /Password +(\S+)/.exec(this.announced)?.[1] ?? "",
    };
    return await this.verify(report, known);
  }

  async inContainer(report: string): Promise<Verified> {
    return await this.verify(report, { TP_TARGET: "container" });
  }

  /** What `lab up` printed last. */
  announced = "";

  private async verify(report: string, env: NodeJS.ProcessEnv): Promise<Verified> {
    const reports = join(this.folder, report);
    const ended = await tpMqtt(["verify", "--reports", reports], { env, cwd: this.folder });
    const file = join(reports, "results.json");
    const results = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Results) : undefined;
    return { ...ended, results };
  }

  private async run(...args: readonly string[]): Promise<Ended> {
    const ended = await tpMqtt(args, { cwd: this.folder });
    if (args[1] === "up") this.announced = ended.stdout;
    return ended;
  }
}

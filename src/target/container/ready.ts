/**
 * Waits for a Mosquitto in a container by its own log, and keeps that log. testcontainers' log strategy would do for the
 * line, but what a broker that ends early has said would be gone with its container.
 */
import { once } from "node:events";
import { PassThrough } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import type { WaitStrategy } from "testcontainers";
import { LogTape } from "../log-tape";
import { saysRunning, versionIn, writesRunning } from "../mosquitto/lines";
import { untilMqttAnswers } from "./probe";

type DockerContainer = Parameters<WaitStrategy["waitUntilReady"]>[0];
/** What dockerode leaves untyped. */
interface Modem {
  demuxStream(source: NodeJS.ReadableStream, out: PassThrough, err: PassThrough): void;
}
type Ports = Parameters<WaitStrategy["waitUntilReady"]>[1];

export const BROKER_PORT = 1883;
export const TLS_PORT = 8883;

export class MosquittoReady implements WaitStrategy {
  readonly tape = new LogTape();
  #boundMs = 15_000;
  #recording = false;

  /**
   * @param host where the published port is reached
   * @param announces whether the broker is configured to write that it is running (see `announcesReadiness`)
   */
  constructor(
    private readonly host: string,
    private readonly announces: boolean,
  ) {}

  /** Rejects when the broker ends or says nothing for too long; the tape then holds its words. */
  async waitUntilReady(container: DockerContainer, ports: Ports): Promise<void> {
    await this.record(container);
    const given = new AbortController();
    const late = delay(this.#boundMs, "late" as const, { signal: given.signal }).catch(() => undefined);
    const outcome = await Promise.race([this.#ready(ports, given.signal), late]);
    given.abort();
    if (outcome === "late") throw new Error(`not ready after ${this.#boundMs / 1000} s`);
    if (outcome !== true) throw new Error("ended before it listened");
  }

  async #ready(ports: Ports, signal: AbortSignal): Promise<true | undefined> {
    const awaited = (text: string) => {
      const version = versionIn(text);
      if (saysRunning(text)) return "running";
      return version !== undefined && !writesRunning(version) ? "old" : undefined;
    };
    const said = this.announces ? await this.tape.until(awaited) : "silent";
    if (said === undefined || said === "running") return said && true;
    const ended = this.tape.until(() => undefined);
    return await Promise.race([ended, untilMqttAnswers(this.host, ports.getBinding(BROKER_PORT), signal)]);
  }

  /** Keeps the log from its start, once. Bytes as the broker wrote them: testcontainers' own log stream has been through a UTF-8 decoder. */
  async record(container: DockerContainer): Promise<void> {
    if (this.#recording) return;
    this.#recording = true;
    const source = await container.logs({ follow: true, stdout: true, stderr: true });
    const bytes = new PassThrough();
    this.tape.record(bytes);
    (container.modem as Modem).demuxStream(source, bytes, bytes);
    void once(source, "end")
      .catch(() => undefined)
      .finally(() => {
        this.tape.end();
      });
  }

  withStartupTimeout(ms: number): this {
    this.#boundMs = ms;
    return this;
  }

  isStartupTimeoutSet(): boolean {
    return true;
  }

  getStartupTimeout(): number {
    return this.#boundMs;
  }
}

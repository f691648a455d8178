/**
 * Aedes in a process of its own: a broker that starts wherever Node does, for who has neither Docker nor Mosquitto. It
 * writes no log; its departures from the standard are listed in decisions/.
 */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { CertifiedKey } from "../../certs";
import { onEnd } from "./cleanup";
import { LogTape } from "./log-tape";
import { TargetError, type Capability, type Target } from "./target";
import { brokerCertificate, tlsAccess } from "./tls";

const PROGRAM = join(__dirname, "embedded/broker.mts");
const START_BOUND_MS = 15_000;
const STOP_BOUND_MS = 2_000;
/** Aedes refuses MQTT 5 (CONNACK with return code 1). */
const CAPABILITIES: ReadonlySet<Capability> = new Set<Capability>([
  "qos1",
  "qos2",
  "retain",
  "wildcards",
  "large-packets",
  "tls",
]);

/** What the broker's process says once it listens. */
interface Ready {
  readonly port: number;
  readonly tlsPort: number;
  readonly version: string;
}

/** A started Aedes: a target, with the part that only its own tests look at. */
export interface EmbeddedTarget extends Target {
  readonly kind: "embedded";
  readonly pid: number;
}

/** Starts the broker and resolves once it listens. Rejects with a `TargetError` when it does not start. */
export async function startEmbedded(): Promise<EmbeddedTarget> {
  const require = createRequire(__filename);
  const child = fork(PROGRAM, {
    // Found from this file, so that it does not matter from where the run was started, nor with which options.
    execArgv: ["--import", pathToFileURL(require.resolve("tsx")).href],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const words = new LogTape();
  if (child.stderr) words.record(child.stderr);
  child.stdout?.resume();
  const stop = async () => {
    await endProcess(child);
    withdraw();
  };
  // When this process ends without stopping it, the broker sees its channel close and ends too.
  const withdraw = onEnd({ stop });
  try {
    const [listening, certified] = await Promise.all([ready(child), handCertificate(child)]);
    return target(child, listening, certified, stop);
  } catch (error) {
    await stop();
    throw notStarted(words.text, error);
  }
}

function target(
  child: ChildProcess,
  { port, tlsPort, version }: Ready,
  certified: CertifiedKey,
  stop: () => Promise<void>,
): EmbeddedTarget {
  return {
    kind: "embedded",
    version,
    address: { host: "127.0.0.1", port },
    tls: tlsAccess({ host: "127.0.0.1", port: tlsPort }, certified),
    credentials: {},
    log: { kind: "narrator", text: "written from the packets on the wire, not by the broker" },
    capabilities: CAPABILITIES,
    why: { en: "the embedded broker was asked for", fr: "le broker embarqué a été demandé" },
    pid: child.pid ?? 0,
    [Symbol.asyncDispose]: stop,
  };
}

/** Made while the other process starts, and waits in the channel until that one listens to it. */
async function handCertificate(child: ChildProcess): Promise<CertifiedKey> {
  const certified = await brokerCertificate();
  // A process that has ended meanwhile is reported by `ready`.
  child.send(certified, () => undefined);
  return certified;
}

async function ready(child: ChildProcess): Promise<Ready> {
  const given = new AbortController();
  const { signal } = given;
  const message = once(child, "message", { signal }).then(([said]) => said as Ready);
  const ended = once(child, "close", { signal }).then(() => "it ended before it listened");
  const late = delay(START_BOUND_MS, `not ready after ${START_BOUND_MS / 1000} s`, { signal });
  const losers = [message, ended, late].map((promise) => promise.catch(() => undefined));
  const outcome = await Promise.race([message, ended, late]);
  given.abort();
  await Promise.all(losers);
  if (typeof outcome === "string") throw new Error(outcome);
  return outcome;
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  if (child.connected) child.disconnect();
  const bound = setTimeout(() => child.kill("SIGKILL"), STOP_BOUND_MS);
  await exited;
  clearTimeout(bound);
}

function notStarted(words: string, cause: unknown): TargetError {
  const reason = /^\w*Error.*$/m.exec(words)?.[0] ?? (cause instanceof Error ? cause.message : String(cause));
  return new TargetError(
    {
      en: `The embedded broker did not start: ${reason}`,
      fr: `Le broker embarqué n’a pas démarré : ${reason}`,
    },
    { cause },
  );
}

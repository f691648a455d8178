/** A `mosquitto` of this machine, started for one run on a loopback port, in a directory of its own. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { onEnd } from "./cleanup";
import { LogTape } from "./log-tape";
import { findMosquitto, type Binary } from "./mosquitto/binary";
import { announcesReadiness, brokerConfig } from "./mosquitto/config";
import { errorIn, saysRunning, writesRunning } from "./mosquitto/lines";
import { MOSQUITTO_CAPABILITIES } from "./mosquitto/capabilities";
import { freePorts, untilAccepts } from "./ports";
import { makeHome, removeHome, sweepHomes, PID_FILE } from "./native-home";
import { TargetError, type Target } from "./target";
import { same } from "../words/text";

const CONFIG_FILE = "mosquitto.conf";
const START_BOUND_MS = 10_000;
const STOP_BOUND_MS = 3_000;
const ASK_AGAIN_MS = 200;
/** A port that was free a moment ago may be taken when the broker opens it; another one is then chosen. */
const PORT_ATTEMPTS = 3;

export interface NativeOptions {
  /** Lines of mosquitto.conf(5) that replace or add to the house's configuration (see `brokerConfig`). */
  readonly config?: readonly string[];
  /** The program to start; by default the one that `findMosquitto` finds. */
  readonly binary?: Binary;
}

/** A started native broker: a target, with the parts that only its own tests and faults look at. */
export interface NativeTarget extends Target {
  readonly kind: "native";
  readonly pid: number;
  /** Private directory of the broker; gone once the target is disposed. */
  readonly directory: string;
}

/**
 * Starts a broker and resolves once it listens. Rejects with a `TargetError` when there is no `mosquitto`, or in the
 * broker's own words when it does not start; nothing is left behind then.
 */
export async function startNative(options: NativeOptions = {}): Promise<NativeTarget> {
  await sweepHomes();
  const binary = options.binary ?? (await findMosquitto());
  if (binary === undefined) throw noMosquitto();
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOn(await freePorts(1), binary, options.config ?? []);
    } catch (error) {
      const taken = error instanceof TargetError && error.text.en.includes("Address already in use");
      if (!taken || attempt === PORT_ATTEMPTS) throw error;
    }
  }
}

async function startOn(
  [port = 0]: number[],
  binary: Binary,
  extra: readonly string[],
): Promise<NativeTarget> {
  const directory = await makeHome();
  const config = brokerConfig([`${port} 127.0.0.1`], [...asOurselves(), ...extra]);
  const file = join(directory, CONFIG_FILE);
  await writeFile(file, config, { mode: 0o600 });
  const broker = spawn(binary.path, ["-c", file], { cwd: directory, stdio: ["ignore", "pipe", "pipe"] });
  const log = new LogTape();
  log.record(broker.stdout);
  log.record(broker.stderr);
  const ended = new Promise<void>((resolve) => {
    broker.once("error", (error) => {
      log.write(Buffer.from(`Error: ${error.message}\n`));
      resolve();
    });
    broker.once("close", () => {
      resolve();
    });
  }).then(() => {
    log.end();
  });
  const stop = async () => {
    await endProcess(broker, ended);
    await removeHome(directory);
    withdraw();
  };
  const withdraw = onEnd({ stop, abandon: () => broker.kill("SIGTERM") });
  try {
    if (broker.pid !== undefined) await writeFile(join(directory, PID_FILE), String(broker.pid));
    await untilReady(log, ended, { port, version: binary.version, announces: announcesReadiness(config) });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    kind: "native",
    version: binary.version,
    address: { host: "127.0.0.1", port },
    credentials: {},
    log: {
      kind: "process",
      text: `${binary.path} -c ${CONFIG_FILE} (pid ${broker.pid ?? 0})`,
      open: () => Promise.resolve(log.open()),
    },
    capabilities: MOSQUITTO_CAPABILITIES,
    why: {
      en: `the mosquitto ${binary.version} of this machine (${binary.path}) was asked for`,
      fr: `le mosquitto ${binary.version} de cette machine (${binary.path}) a été demandé`,
    },
    pid: broker.pid ?? 0,
    directory,
    [Symbol.asyncDispose]: stop,
  };
}

/** A broker started by root becomes user mosquitto, and could then not read what lies in its own directory. */
function asOurselves(): string[] {
  return process.getuid?.() === 0 ? ["user root"] : [];
}

interface Start {
  readonly port: number;
  readonly version: string;
  readonly announces: boolean;
}

async function untilReady(log: LogTape, ended: Promise<void>, start: Start): Promise<void> {
  const given = new AbortController();
  const bySelf = start.announces && writesRunning(start.version);
  const ready = bySelf
    ? log.until((text) => (saysRunning(text) ? true : undefined))
    : untilAccepts("127.0.0.1", start.port, given.signal).then(() => true);
  const outcome = await Promise.race([
    ready,
    ended.then(() => undefined),
    delay(START_BOUND_MS, "late" as const, { signal: given.signal }).catch(() => undefined),
  ]);
  given.abort();
  if (outcome === true) return;
  throw outcome === "late" ? tooLate(log) : endedEarly(log);
}

/** SIGTERM first, so that the broker writes its last lines; SIGKILL when it does not heed it. */
async function endProcess(broker: ChildProcess, ended: Promise<void>): Promise<void> {
  const running = () => broker.pid !== undefined && broker.exitCode === null && broker.signalCode === null;
  if (running()) {
    broker.kill("SIGTERM");
    // Mosquitto says that it runs a moment before it sets its flag for running, and a SIGTERM between the two is lost.
    const again = setInterval(() => broker.kill("SIGTERM"), ASK_AGAIN_MS);
    const bound = setTimeout(() => broker.kill("SIGKILL"), STOP_BOUND_MS);
    await once(broker, "exit");
    clearInterval(again);
    clearTimeout(bound);
  }
  await ended;
}

function noMosquitto(): TargetError {
  return new TargetError({
    en: "No mosquitto program was found on PATH; install it (on Debian or Ubuntu: sudo npm run setup) or choose another target.",
    fr: "Aucun programme mosquitto n’a été trouvé dans PATH ; installez-le (sous Debian ou Ubuntu : sudo npm run setup) ou choisissez une autre cible.",
  });
}

function endedEarly(log: LogTape): TargetError {
  const words = same(errorIn(log.text) ?? "—");
  return new TargetError({
    en: `mosquitto ended before it listened; its own words: ${words.en}`,
    fr: `mosquitto s’est arrêté avant d’écouter ; il dit lui-même : ${words.fr}`,
  });
}

function tooLate(log: LogTape): TargetError {
  const last = log.text.trimEnd().split("\n").at(-1) ?? "";
  return new TargetError({
    en: `mosquitto was not ready after ${START_BOUND_MS / 1000} s; its last line: ${last}`,
    fr: `mosquitto n’était pas prêt après ${START_BOUND_MS / 1000} s ; sa dernière ligne : ${last}`,
  });
}

/** The process of a native broker: started, awaited, ended. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { LogTape } from "./log-tape";
import { errorIn, saysRunning, writesRunning } from "./mosquitto/lines";
import { untilAccepts } from "./ports";
import { TargetError } from "./target";

const START_BOUND_MS = 10_000;
const STOP_BOUND_MS = 3_000;
const ASK_AGAIN_MS = 200;

export interface NativeBroker {
  readonly process: ChildProcess;
  readonly log: LogTape;
  /** Resolves when it has ended and its log has been read. Never rejects. */
  readonly ended: Promise<void>;
}

/** Starts `program -c file` in `directory`. That it could not be started is the last line of its log. */
export function launch(program: string, file: string, directory: string): NativeBroker {
  const broker = spawn(program, ["-c", file], { cwd: directory, stdio: ["ignore", "pipe", "pipe"] });
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
  return { process: broker, log, ended };
}

export interface Start {
  /** The listener that is opened last. */
  readonly port: number;
  readonly version: string;
  /** Whether it is configured to write that it is running (see `announcesReadiness`). */
  readonly announces: boolean;
}

/** Resolves once it listens. Rejects with a `TargetError` when it has ended, in its own words, or takes too long. */
export async function untilReady({ log, ended }: NativeBroker, start: Start): Promise<void> {
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
export async function end({ process: broker, ended }: NativeBroker): Promise<void> {
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

function endedEarly(log: LogTape): TargetError {
  const words = errorIn(log.text) ?? "—";
  return new TargetError({
    en: `mosquitto ended before it listened; its own words: ${words}`,
    fr: `mosquitto s’est arrêté avant d’écouter ; il dit lui-même : ${words}`,
  });
}

function tooLate(log: LogTape): TargetError {
  const last = log.text.trimEnd().split("\n").at(-1) ?? "";
  return new TargetError({
    en: `mosquitto was not ready after ${START_BOUND_MS / 1000} s; its last line: ${last}`,
    fr: `mosquitto n’était pas prêt après ${START_BOUND_MS / 1000} s ; sa dernière ligne : ${last}`,
  });
}

/** A log that a command prints: `ssh class tail -F /var/log/mosquitto/mosquitto.log`, `docker logs -f broker`. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { PassThrough, type Readable } from "node:stream";
import { LogSourceError } from "./error";
import type { LogSource } from "./source";

/** Last words of a failing command that are shown, in characters. */
const LAST_WORDS = 300;
/** Milliseconds that a command has to end in. */
const PATIENCE = 2000;

/**
 * The log that `command` prints on its standard output and standard error together: Mosquitto's default destination is
 * the latter. The command runs through the shell in a process group of its own, so that destroying the stream ends a
 * whole pipeline; the stream is closed once that has ended.
 */
export function commandSource(command: string): LogSource {
  return { text: command, open: () => openCommand(command) };
}

async function openCommand(command: string): Promise<Readable> {
  const child = spawn(command, { shell: true, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  try {
    await once(child, "spawn");
  } catch (cause) {
    throw failure(command, String(cause), cause);
  }
  return merge(command, child);
}

function merge(command: string, child: ChildProcess): Readable {
  const log = new PassThrough({
    destroy(error, done) {
      if (closed) done(error);
      else
        endGroup(child, () => {
          done(error);
        });
    },
  });
  let closed = false;
  // A process that ends at once has no time for asking.
  const abandon = () => {
    signalGroup(child, "SIGKILL");
  };
  process.once("exit", abandon);
  let words = "";
  for (const output of [child.stdout, child.stderr]) {
    output?.pipe(log, { end: false });
    output?.on("data", (chunk: Buffer) => (words = (words + chunk.toString()).slice(-LAST_WORDS)));
  }
  child.once("close", (code, signal) => {
    closed = true;
    process.off("exit", abandon);
    if (code === 0 || log.destroyed) log.end();
    else log.destroy(failure(command, lastLine(words) || `exit ${String(code ?? signal)}`));
  });
  return log;
}

/** The shell leads a group in which everything is that it started. What does not go when asked is killed. */
function endGroup(child: ChildProcess, ended: () => void): void {
  signalGroup(child, "SIGTERM");
  const timer = setTimeout(signalGroup, PATIENCE, child, "SIGKILL").unref();
  // Nobody reads any more, and the end of the outputs is waited for.
  for (const output of [child.stdout, child.stderr]) output?.resume();
  child.once("close", () => {
    clearTimeout(timer);
    ended();
  });
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // Gone already: that is what was wanted.
  }
}

function lastLine(words: string): string {
  return words.trimEnd().split("\n").at(-1)?.trim() ?? "";
}

function failure(command: string, why: string, cause?: unknown): LogSourceError {
  return new LogSourceError(
    {
      en: `The log command failed (${why}). Try it in a terminal: ${command}`,
      fr: `La commande qui lit le journal a échoué (${why}). Essayez-la dans un terminal : ${command}`,
    },
    { cause },
  );
}

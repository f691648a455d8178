/**
 * The first login: finds out whether the server shows its log without a terminal, as is preferred since the bytes are
 * then as they are, or only with one.
 */
import { setTimeout as delay } from "node:timers/promises";
import type { Client } from "ssh2";
import type { SshAccess } from "../../../ssh/access";
import { SshError } from "../../../ssh/error";
import { parseLine } from "../../line";
import { hasOwnWords } from "../../own-words";
import { noLog } from "./sentences";
import { Session, type SessionEvents } from "./session";

/** Milliseconds of silence after which a server is asked with a terminal, and then left to its silence. */
const SILENCE = 1000;
/** Milliseconds after which a server that allows one session has surely reaped the one before. */
const REAPED = 1000;

/**
 * Resolves once a session shows lines of a log, or is silent: then the first that shows one is taken, even later. What
 * becomes of the sessions is told to `events`.
 *
 * @throws SshError when the server opens no session of either kind, or both end without a line
 */
export async function begin(client: Client, access: SshAccess, events: SessionEvents): Promise<void> {
  const trial = new Trial(events);
  const open = async (pty: boolean) => {
    try {
      return await Session.open(client, access, pty, trial);
    } catch (error) {
      // Under MaxSessions 1 the first session counts until its process is reaped, which may be after its end was told.
      if (!trial.sessions.some(({ ended }) => ended)) throw error;
      await delay(REAPED);
      return Session.open(client, access, pty, trial);
    }
  };
  const refusals: unknown[] = [];
  for (const pty of [false, true]) {
    try {
      trial.add(await open(pty));
      await trial.settled();
    } catch (error) {
      if (!(error instanceof SshError)) throw error;
      refusals.push(error);
    }
    if (trial.chosen) break;
  }
  if (trial.sessions.length === 0) throw refusals[0];
  if (trial.begun()) return;
  const { exit = "–", lastWords = "" } = trial.sessions.findLast((session) => session.lastWords) ?? {};
  throw new SshError("no-log", noLog(access, lastWords || exit));
}

class Trial implements SessionEvents {
  readonly sessions: Session[] = [];
  chosen: Session | undefined;
  private isBegun = false;
  private wake: () => void = () => undefined;

  constructor(private readonly events: SessionEvents) {}

  add(session: Session): void {
    this.sessions.push(session);
  }

  /** From now on the end of the last session is the end of the log; false when it has come already. */
  begun(): boolean {
    this.isBegun = true;
    return this.chosen !== undefined || this.sessions.some(({ ended }) => !ended);
  }

  /** Waits until a session is chosen, the last one ends, or nothing comes for a while. */
  async settled(): Promise<void> {
    if (this.chosen !== undefined || this.sessions.at(-1)?.ended) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, SILENCE);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  lines(lines: readonly string[], from: Session): void {
    let log = lines;
    if (this.chosen === undefined) {
      // A greeting, or “the input device is not a TTY”, is no log yet.
      const first = lines.findIndex((line) => hasOwnWords(parseLine(line)));
      if (first === -1) return;
      log = lines.slice(first);
      this.chosen = from;
      for (const other of this.sessions) if (other !== from) other.close();
      this.wake();
    }
    if (this.chosen === from) this.events.lines(log, from);
    else from.close();
  }

  end(from: Session): void {
    if (this.chosen === from) this.events.end(from);
    else if (!this.isBegun) this.wake();
    else if (this.chosen === undefined && this.sessions.every(({ ended }) => ended)) this.events.end(from);
  }
}

/**
 * Plays exercises against a target, all in one event loop, and returns the journal. Nothing is judged here.
 */
import { collectLog } from "../evidence/log/collect";
import { brokerFacts } from "../evidence/broker";
import { Journal } from "../evidence/journal/journal";
import { narrateInto } from "../evidence/log/narrate-into";
import { CaptureError } from "../evidence/wire/tshark/error";
import { findTshark } from "../evidence/wire/tshark/find";
import { Tap, type TapTarget } from "../evidence/wire/tap";
import { type Address, type Target } from "../target/target";
import type { Text } from "../words/text";
import type { Exercise } from "./exercise";
import { lastClient } from "./last-client";
import { Stage } from "./stage";
import { standBy } from "./standing-client";
import { sweep } from "./sweep";
import { AT_MOST, NotSeen, within, type Sending } from "./wait";

/** What the console may tell while a run goes on. */
export type Progress =
  | { readonly event: "began" | "ended" | "stopped"; readonly exercise: string }
  | { readonly event: "phase"; readonly phase: "probe" | "play" | "log" | "sweep"; readonly ms: number };

export interface PlayOptions {
  readonly tool: { readonly name: string; readonly version: string };
  /** Played first and alone; the others are played only when its claims that gate the run can hold. */
  readonly probe: Exercise;
  readonly exercises: readonly Exercise[];
  /** Path of tshark; the one on this machine unless told otherwise. */
  readonly tshark?: string;
  readonly onProgress?: (progress: Progress) => void;
  /** Aborting ends every connection at once; what was recorded is returned. */
  readonly signal?: AbortSignal;
}

/** Milliseconds that an exercise may go on while nothing comes from the broker; a slow link makes none too long. */
const DEFAULT_BOUND = 10_000;

export async function play(target: Target, options: PlayOptions): Promise<Journal> {
  const journal = new Journal();
  const tshark = options.tshark ?? tsharkHere();
  journal.add({
    source: "run",
    run: journal.run,
    startedAt: new Date().toISOString(),
    tool: options.tool,
    target: factsOf(target),
    exercises: options.exercises.map(({ id }) => id),
    tools: tshark === undefined ? [] : ["tshark"],
  });
  const tap = new Tap(journal, relayedTo(target));
  const interrupted = interruption(options.signal);
  const playing: Playing = { journal, tap, target, options, interrupted, ...(tshark ? { tshark } : {}) };
  const phase = phases(options);
  const log = await collectLog(target.log, journal);
  try {
    await phase("probe", () => playOne(options.probe, 0, playing));
    if (lets(journal) && !options.signal?.aborted) {
      const standing = await standBy(journal, target);
      try {
        await phase("play", () => playAll(playing));
      } finally {
        await standing.leave();
      }
      await phase("log", () => lastClient(journal, target));
    }
  } finally {
    log.stop();
    await tap.close();
  }
  if (target.log.kind === "narrator") narrateInto(journal);
  await phase("sweep", () => sweep(journal, target));
  return journal;
}

interface Playing {
  readonly journal: Journal;
  readonly tap: Tap;
  readonly target: Target;
  readonly options: PlayOptions;
  readonly interrupted: Promise<never>;
  readonly tshark?: string;
}

/** Its path; undefined where it is not installed, and what needs it is skipped. */
function tsharkHere(): string | undefined {
  try {
    return findTshark();
  } catch (error) {
    if (error instanceof CaptureError) return undefined;
    throw error;
  }
}

async function playAll(playing: Playing): Promise<void> {
  const capabilities = brokerFacts(playing.journal.entries).capabilities;
  const possible = playing.options.exercises.filter((exercise) =>
    (exercise.needs ?? []).every((need) => capabilities.has(need)),
  );
  const begin = (pace: Exercise["pace"]) =>
    possible.flatMap((exercise, i) => (exercise.pace === pace ? [playOne(exercise, i + 1, playing)] : []));
  // Idle ones first: their clocks decide how long the whole takes.
  const idle = begin("idle");
  await Promise.all(begin(undefined));
  await Promise.all([...idle, ...begin("quiet")]);
  await Promise.all(begin("loud"));
}

/** Plays one exercise within its bound. What it throws ends it and nothing else. */
async function playOne(
  exercise: Exercise,
  number: number,
  { journal, tap, target, options, interrupted, tshark }: Playing,
): Promise<void> {
  const facts = brokerFacts(journal.entries);
  const stage = new Stage(exercise.id, number, facts, journal, tap, target, tshark);
  const tell = (event: "began" | "ended" | "stopped", why?: Text) => {
    const said = why === undefined ? {} : { text: why.en, data: why };
    journal.add({ source: "play", exercise: exercise.id, event, ...said });
    options.onProgress?.({ event, exercise: exercise.id });
  };
  tell("began");
  try {
    const bound = exercise.bound ?? DEFAULT_BOUND;
    const seconds = bound / 1000;
    await within(
      Promise.race([exercise.play(stage), interrupted]),
      {
        en: `the end of ${exercise.id} (given up after ${seconds} s without a packet from the broker, or ${AT_MOST * seconds} s in all)`,
        fr: `la fin de ${exercise.id} (abandon après ${seconds} s sans paquet du broker, ou ${AT_MOST * seconds} s en tout)`,
      },
      bound,
      sendingIn(exercise, journal),
    );
    tell("ended");
  } catch (error) {
    tell("stopped", error instanceof NotSeen ? error.text : broke(exercise, error));
  } finally {
    stage.clear();
  }
}

/** Tells of the broker's packets to the clients of an exercise. */
function sendingIn({ id }: Exercise, journal: Journal): Sending {
  return (heard) =>
    journal.listen((entry) => {
      if (entry.source !== "wire" || entry.exercise !== id) return;
      if (entry.event === "packet" && entry.from === "broker") heard();
    });
}

/** No answer was missing: the exercise itself went wrong, which nobody foresaw. */
function broke({ id }: Exercise, error: unknown): Text {
  const what = String(error);
  return { en: `${id} broke: ${what}`, fr: `${id} s’est interrompu sur une erreur : ${what}` };
}

const INTERRUPTED: Text = {
  en: "what was to come: the run was interrupted",
  fr: "la suite : l’exécution a été interrompue",
};

/** Rejects when the run is interrupted; one listener, however many exercises wait on it. */
function interruption(signal: AbortSignal | undefined): Promise<never> {
  const interrupted = new Promise<never>((_, reject) => {
    const stop = () => {
      reject(new NotSeen(INTERRUPTED));
    };
    if (signal?.aborted) stop();
    else signal?.addEventListener("abort", stop, { once: true });
  });
  // Nobody may be waiting when it comes.
  interrupted.catch(() => undefined);
  return interrupted;
}

/** Whether the broker accepted the probe: without that, playing on would repeat one failure many times. */
function lets(journal: Journal): boolean {
  return journal.entries.some(
    (entry) =>
      entry.source === "wire" &&
      entry.event === "packet" &&
      entry.packet.type === "CONNACK" &&
      entry.packet.code === 0,
  );
}

function relayedTo({ address, tls, credentials: { password } }: Target): TapTarget {
  return {
    ...address,
    ...(tls === undefined ? {} : { tls: tls.address }),
    ...(password === undefined ? {} : { password }),
  };
}

function phases(options: PlayOptions) {
  return async <T>(
    name: Extract<Progress, { event: "phase" }>["phase"],
    work: () => Promise<T>,
  ): Promise<T> => {
    const began = performance.now();
    try {
      return await work();
    } finally {
      options.onProgress?.({ event: "phase", phase: name, ms: performance.now() - began });
    }
  };
}

function factsOf(target: Target) {
  const { kind, version, address, tls, log, capabilities, why } = target;
  return {
    kind,
    ...(version === undefined ? {} : { version }),
    address: authorityOf(address),
    ...(tls === undefined ? {} : { tlsAddress: authorityOf(tls.address) }),
    logSource: log.kind === "narrator" || log.kind === "none" ? log.kind : log.text,
    capabilities: [...capabilities, ...(tls?.certificate === undefined ? [] : ["certificate"])],
    why,
  };
}

/** `host:port`, with the brackets that an IPv6 address needs there (RFC 3986, 3.2). */
function authorityOf({ host, port }: Address): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

/**
 * Stops what was started when the process is told to end before it could do so itself. A target registers what undoes
 * it as soon as there is something to undo, and withdraws it when it has been stopped in the ordinary way.
 */
export interface Undo {
  /** Orderly stop, on SIGINT, SIGTERM and SIGHUP. Bounded by the target. */
  readonly stop: () => Promise<void>;
  /** What can still be done when the process is ending and nothing can be awaited. */
  readonly abandon?: () => void;
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const undos = new Set<Undo>();
let ending: Promise<void> | undefined;

/** Registers `undo` and gives back what withdraws it. */
export function onEnd(undo: Undo): () => void {
  if (undos.size === 0) listen();
  undos.add(undo);
  return () => {
    if (undos.delete(undo) && undos.size === 0) unlisten();
  };
}

/** Stops everything that is registered, the last one first. */
export async function stopEverything(): Promise<void> {
  for (const undo of [...undos].reverse()) await undo.stop().catch(() => undefined);
}

/** Resolves at once, or, when the process has been told to end, once everything is stopped. */
export async function untilStopped(): Promise<void> {
  await ending;
}

function listen(): void {
  for (const signal of SIGNALS) process.on(signal, endBy);
  process.on("exit", abandon);
}

function unlisten(): void {
  for (const signal of SIGNALS) process.off(signal, endBy);
  process.off("exit", abandon);
}

function endBy(signal: NodeJS.Signals): void {
  ending ??= stopEverything().then(() => {
    undos.clear();
    unlisten();
    ending = undefined;
    // Now the signal does what it does without us. Libraries listen to it too and wait to be the last, so whether
    // somebody else listens says nothing; a program with work of its own to do at the end registers it here.
    process.kill(process.pid, signal);
  });
}

function abandon(): void {
  for (const undo of undos) undo.abandon?.();
}

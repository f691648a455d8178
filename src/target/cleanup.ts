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
    // A program with a handler of its own decides how it ends; without one the signal does what it always does.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  });
}

function abandon(): void {
  for (const undo of undos) undo.abandon?.();
}

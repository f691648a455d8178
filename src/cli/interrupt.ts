/** Ctrl-C, SIGTERM, and the end of the terminal (SIGHUP): the first ends the run in order, the second ends the process at once. */
import { onEnd } from "../target/cleanup";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** Exit status of what a SIGINT ended, as shells have it. */
export const INTERRUPTED = 130;

export interface Interruption extends Disposable {
  /** Aborted by the first signal. */
  readonly signal: AbortSignal;
  /**
   * To be called when the target has started: from then on it is not stopped by the signal itself, but at the run's end,
   * so that the run can sweep before.
   */
  keepTarget(): void;
}

export function interruption(): Interruption {
  const controller = new AbortController();
  let letGo: () => void = () => undefined;
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return {
    signal: controller.signal,
    keepTarget: () => {
      // What was registered last is stopped first, and this never is: the run stops its target and ends the process.
      letGo = onEnd({ stop: () => new Promise(() => undefined) });
    },
    [Symbol.dispose]: () => {
      for (const signal of SIGNALS) process.off(signal, onSignal);
      letGo();
    },
  };
}

/** A signal that is aborted in good time. */

export interface Bound extends Disposable {
  readonly signal: AbortSignal;
}

/**
 * Aborted after `ms` milliseconds, or as soon as `other` is; keeps no process alive. Disposing it ends the wait.
 *
 * `AbortSignal.any` with an `AbortSignal.timeout` would say the same and not do it: in Node 20.20 nothing holds the timeout,
 * and once memory has been collected it never fires (measured).
 */
export function boundOf(ms: number, other?: AbortSignal): Bound {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new DOMException(`not within ${ms} ms`, "TimeoutError"));
  }, ms).unref();
  const stop = () => {
    controller.abort(other?.reason);
  };
  if (other?.aborted) stop();
  other?.addEventListener("abort", stop);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      other?.removeEventListener("abort", stop);
    },
  };
}

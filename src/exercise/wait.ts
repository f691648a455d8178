/** Waiting with a bound: nothing in a run waits for ever, and what was waited for in vain is said. */

/** Something that the broker, or whoever stands before it, should have done and did not, in the time it had. */
export class NotSeen extends Error {
  constructor(readonly what: string) {
    super(`waited in vain for ${what}`);
    this.name = "NotSeen";
  }
}

/** Milliseconds that a broker has for an answer. Generous: loopback takes less than one, a busy machine more. */
export const ANSWER_BOUND = 3000;

/**
 * @param what named in the error, e.g. `PUBACK m7 for publisher`
 * @throws NotSeen when `promise` does not settle within `ms` milliseconds
 */
export async function within<T>(promise: Promise<T>, what: string, ms: number = ANSWER_BOUND): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const bound = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new NotSeen(what));
    }, ms);
  });
  try {
    return await Promise.race([promise, bound]);
  } finally {
    clearTimeout(timer);
  }
}

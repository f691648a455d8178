/** Waiting with a bound: nothing in a run waits for ever, and what was waited for in vain is said. */
import { phrase, type Text } from "../words/text";

/** Something that the broker, or whoever stands before it, should have done and did not, in the time it had. */
export class NotSeen extends Error {
  /** The whole of it, as a reason in a report. */
  readonly text: Text;

  constructor(readonly what: Text) {
    const text = phrase`${{ en: "waited in vain for ", fr: "attendu en vain : " }}${what}`;
    super(text.en);
    this.text = text;
    this.name = "NotSeen";
  }
}

/** Milliseconds that a broker has for an answer. Generous: loopback takes less than one, a busy machine more. */
export const ANSWER_BOUND = 3000;

/**
 * Tells of what the other side still sends: calls `heard` for each packet of its, until the returned function is called.
 */
export type Sending = (heard: () => void) => () => void;

/** Bounds that a wait may take in all, however long the other side goes on sending. */
const PATIENCE = 4;
/** The most that a wait of one bound takes, in bounds. */
export const AT_MOST = PATIENCE + 1;

/**
 * @param what named in the error, see `packetFor`
 * @param sending the bound begins anew with each packet of its: the answer may stand behind much else on a slow link.
 *   Not for ever: nothing is waited for beyond `PATIENCE` bounds and the one then begun
 * @throws NotSeen when `promise` does not settle within `ms` milliseconds
 */
export async function within<T>(
  promise: Promise<T>,
  what: Text,
  ms: number = ANSWER_BOUND,
  sending?: Sending,
): Promise<T> {
  const began = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const bound = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new NotSeen(what));
    }, ms);
  });
  const deaf = sending?.(() => {
    if (performance.now() - began < PATIENCE * ms) timer?.refresh();
  });
  try {
    return await Promise.race([promise, bound]);
  } finally {
    deaf?.();
    clearTimeout(timer);
  }
}

/** @param packet as the wire has it: `PUBACK m7` */
export function packetFor(packet: string, role: string): Text {
  return { en: `${packet} for “${role}”`, fr: `${packet} pour « ${role} »` };
}

export function closeOf(role: string): Text {
  return {
    en: `the close of the connection of “${role}”`,
    fr: `la fermeture de la connexion de « ${role} »`,
  };
}

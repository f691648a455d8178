/** How the columns of an explained log are laid out: on a terminal of some width, or in a pipe without limits. */

export interface Page {
  /** Columns of the whole line; undefined where lines are not broken. */
  readonly width: number | undefined;
  /** Whether times and clients that stand in the line above already are left out, and days have a line of their own. */
  readonly calm: boolean;
  /** Columns of the client. */
  readonly client: number;
  /** Where explanations begin. */
  readonly text: number;
  /** Where they go on in the next line. */
  readonly hanging: number;
}

/** The longest packet name, UNSUBSCRIBE. */
export const LABEL = 11;
const TIME = 8;
const DAY_AND_TIME = 19;
/** Two spaces behind the time, one each around the arrow, one behind the label. */
const GAPS = 6;
const [LEAST_CLIENT, MOST_CLIENT, PIPED_CLIENT] = [10, 20, 16];
/** With less than this beside the label, explanations go on further to the left. */
const LEAST_TEXT = 34;

/** @param columns of the terminal; undefined for a pipe or a file */
export function pageOf(columns: number | undefined): Page {
  if (columns === undefined) {
    const text = DAY_AND_TIME + PIPED_CLIENT + LABEL + GAPS;
    return { width: undefined, calm: false, client: PIPED_CLIENT, text, hanging: text };
  }
  const client = Math.min(MOST_CLIENT, Math.max(LEAST_CLIENT, Math.floor(columns / 8)));
  const text = TIME + client + LABEL + GAPS;
  const hanging = columns - text >= LEAST_TEXT ? text : TIME + 2;
  // The last column stays free: some terminals go to the next line when it is filled.
  return { width: Math.max(columns - 1, hanging + 10), calm: true, client, text, hanging };
}

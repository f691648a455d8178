/** What stands before a broker's line because of where the line was fetched: Docker, Compose, the journal. */

/** A line without colours and line end; the broker's own text begins at `start`. */
export interface Bare {
  readonly text: string;
  readonly start: number;
  /** Where the first message can begin, if that is known already. */
  readonly message?: number | undefined;
}

const [CR, SPACE, COLON, BAR] = [13, 32, 58, 124];
const ESCAPE = "\u001b";
const COLOURS = new RegExp(`${ESCAPE}\\[[0-9;]*m`, "g");
const LONGEST_NAME = 80;
/** Characters of Mosquitto's default timestamp: ten digits and `: `. */
const SECONDS = 12;

/**
 * Finds where the broker's own text begins behind `docker compose logs` (`mosquitto-1  | `) and `docker logs -t`
 * (RFC 3339 and a space). What the journal puts before a line ends in `: ` and needs no care here.
 */
export function undecorate(raw: string): Bare {
  let text = raw.charCodeAt(raw.length - 1) === CR ? raw.slice(0, -1) : raw;
  if (beginsWithSeconds(text)) return { text, start: 0, message: SECONDS };
  // The broker refuses identifiers and topics with control characters, so an escape is never its own.
  if (text.includes(ESCAPE)) text = text.replace(COLOURS, "");
  return { text, start: afterInstant(text, afterService(text)), message: undefined };
}

/** The default timestamp: the most frequent case by far, and no decoration before it. */
function beginsWithSeconds(text: string): boolean {
  if (text.charCodeAt(SECONDS - 2) !== COLON || text.charCodeAt(SECONDS - 1) !== SPACE) return false;
  for (let at = 0; at < SECONDS - 2; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** Behind `name  | `. */
function afterService(text: string): number {
  let at = 0;
  while (at < LONGEST_NAME && isNameCharacter(text.charCodeAt(at))) at++;
  if (at === 0) return 0;
  while (at < LONGEST_NAME && text.charCodeAt(at) === SPACE) at++;
  if (text.charCodeAt(at) !== BAR) return 0;
  return text.charCodeAt(at + 1) === SPACE ? at + 2 : at + 1;
}

function isNameCharacter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    code === 45 || // -
    code === 46 || // .
    code === 95 // _
  );
}

/** Behind `2026-11-23T08:00:01.123456789Z `: an instant with a zone, which no `log_timestamp_format` ends without `: `. */
function afterInstant(text: string, start: number): number {
  if (text.charAt(start + 10) !== "T" || text.charAt(start + 4) !== "-") return start;
  const space = text.indexOf(" ", start);
  if (space === -1 || space - start > 40) return start;
  return INSTANT.test(text.slice(start, space)) ? space + 1 : start;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([.,]\d{1,9})?(Z|[+-]\d\d:?\d\d)$/;

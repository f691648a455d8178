/** What sessions printed that is not of a log. */
import type { SshEntry } from "../../src/evidence/journal/entry";
import type { LogLine } from "../../src/evidence/log/line";
import { LineParser } from "../../src/evidence/log/line-parser";
import { hasOwnWords } from "../../src/evidence/log/own-words";
import type { Scene } from "../../src/judge/scene";
import { sshOf } from "../../src/judge/ssh";

/** A terminal shows control characters as ^C, right before whatever comes next. */
const ECHOED = /^(?:\^[A-Z\\@])+/;

/** Lines of sessions that are not of a log, or not known to be. */
export interface Strangers {
  readonly odd: readonly SshEntry[];
  /** Beginnings of lines, of which nobody can tell: the sessions ended before the lines did. */
  readonly torn: readonly SshEntry[];
}

const NONE: Strangers = { odd: [], torn: [] };

/**
 * What the sessions of attempts printed that is not of a log, from their first line of the log on: a greeting may come
 * before it. Where there is no log, everything is, unless the sessions were ended at once, with an excuse.
 *
 * A connection that is lost cuts a line off anywhere. Where the log's lines bear a time, such a beginning bears the
 * beginning of one; where they do not, it may be that of a line that was printed whole as well.
 */
export function strangers(scene: Scene, roles: readonly string[]): Strangers {
  const found = roles.map((role) => strangersOf(scene, role));
  return { odd: found.flatMap(({ odd }) => odd), torn: found.flatMap(({ torn }) => torn) };
}

function strangersOf(scene: Scene, role: string): Strangers {
  const parser = new LineParser();
  const lines = sshOf(scene, role, "output");
  const read = lines.map((entry) => ({ entry, line: parser.parse(entry.text.replace(ECHOED, "")) }));
  const first = read.findIndex(({ line }) => hasOwnWords(line));
  const begin = read[first]?.line;
  if (begin === undefined) return excused(scene, role) ? NONE : { odd: lines, torn: [] };
  // Lines of two words pass for a log's, but not where all of them bear a time.
  const stamped = begin.stamp !== undefined;
  const isOfLog = ({ interest, stamp }: LogLine) =>
    interest !== "unknown" && (stamp !== undefined || !stamped);
  const odd = read.slice(first).flatMap(({ entry, line }) => (isOfLog(line) ? [] : [entry]));
  const [torn, whole] = partition(odd, ({ unfinished }) => unfinished === true);
  const unknown = torn.filter(({ text }) => !read.some(({ entry }) => begins(text, entry)));
  if (!stamped) return { odd: whole, torn: unknown };
  const before = begin.raw.slice(0, begin.raw.lastIndexOf(begin.message));
  return { odd: [...whole, ...unknown.filter(({ text }) => !isAlike(text, before))], torn: [] };
}

const begins = (text: string, whole: SshEntry) => !whole.unfinished && whole.text.startsWith(text);

/** Whether both have digits, letters and signs in the same places, as far as the shorter of the two goes. */
function isAlike(one: string, other: string): boolean {
  const [a, b] = [shapeOf(one), shapeOf(other)];
  return a.startsWith(b) || b.startsWith(a);
}

const shapeOf = (text: string) => text.replace(/\d/g, "0").replace(/\p{L}/gu, "a");

function partition<T>(all: readonly T[], is: (one: T) => boolean): [T[], T[]] {
  return [all.filter(is), all.filter((one) => !is(one))];
}

/** Whether the server ended every session by itself. */
function excused(scene: Scene, role: string): boolean {
  return sshOf(scene, role, "closed").length >= sshOf(scene, role, "granted").length;
}

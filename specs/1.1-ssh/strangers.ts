/** What sessions printed that is not of a log. */
import type { SshEntry } from "../../src/evidence/journal/entry";
import type { LogLine } from "../../src/evidence/log/line";
import { LineParser } from "../../src/evidence/log/line-parser";
import { hasOwnWords } from "../../src/evidence/log/own-words";
import type { Scene } from "../../src/judge/scene";
import { sshOf } from "../../src/judge/ssh";

/** A terminal shows control characters as ^C, right before whatever comes next. */
const ECHOED = /^(?:\^[A-Z\\@])+/;

/**
 * What an attempt's sessions printed that is not of a log, from their first line of the log on: a greeting may come
 * before it. Where there is no log, everything is, unless the sessions were ended at once, with an excuse.
 */
export function strangers(scene: Scene, role: string): readonly SshEntry[] {
  const parser = new LineParser();
  const lines = sshOf(scene, role, "output");
  const read = lines.map((entry) => ({ entry, line: parser.parse(entry.text.replace(ECHOED, "")) }));
  const first = read.findIndex(({ line }) => hasOwnWords(line));
  const begin = read[first]?.line;
  if (begin === undefined) return excused(scene, role) ? [] : lines;
  // Lines of two words pass for a log's, but not where all of them bear a time.
  const stamped = begin.stamp !== undefined;
  const isOfLog = ({ interest, stamp }: LogLine) =>
    interest !== "unknown" && (stamp !== undefined || !stamped);
  return read.slice(first).flatMap(({ entry, line }) => (isOfLog(line) ? [] : [entry]));
}

/** Whether the server ended every session by itself. */
function excused(scene: Scene, role: string): boolean {
  return sshOf(scene, role, "closed").length >= sshOf(scene, role, "granted").length;
}

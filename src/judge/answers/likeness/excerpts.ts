/**
 * Excerpts of the log that two students share: the same packets of the same clients at the same time. Everybody sees the
 * same log, so a line in common says little; excerpts that are mostly the same lines say that they are one excerpt.
 */
import { parseLine } from "../../../evidence/log/line";
import type { SheetQuestion } from "../question";
import type { MarkedAnswer } from "../submission/graded";
import { byUnits } from "../submission/ids";
import { clustering, type Cluster } from "./clusters";
import type { Trace } from "./trace";

export interface AlikeExcerpts {
  readonly between: readonly string[];
  readonly question: string;
  /** The first line that they share. */
  readonly text: string;
}

/** Part of the lines of both together that both have. */
const ALIKE = 0.5;
/** Characters from which on a line that tells no time counts all the same: nobody types as much twice. */
const LONG = 120;
/** Lines of an excerpt that are looked at. */
const MOST_LINES = 500;

/** @returns question by question, in their order */
export function alikeExcerpts(
  submissions: readonly Trace[],
  questions: readonly SheetQuestion[],
): AlikeExcerpts[] {
  const sorted = [...submissions].sort((a, b) => byUnits(a.id, b.id));
  return questions.flatMap(({ id }) => alikeFor(id, sorted));
}

function alikeFor(question: string, submissions: readonly Trace[]): AlikeExcerpts[] {
  const excerpts = submissions.map((trace) => trace.excerpts.get(question) ?? NONE);
  return alike(excerpts).map(({ members }) => {
    const [first = 0] = members;
    const others = members.slice(1).map((member) => excerpts[member] ?? new Set());
    const text = [...(excerpts[first] ?? [])].find((line) => others.some((lines) => lines.has(line)));
    return { between: members.map((member) => submissions[member]?.id ?? ""), question, text: text ?? "" };
  });
}

const NONE: ReadonlySet<string> = new Set();

function alike(excerpts: readonly ReadonlySet<string>[]): Cluster[] {
  const holders = new Map<string, number[]>();
  const groups = clustering(excerpts.length);
  excerpts.forEach((lines, one) => {
    const common = new Map<number, number>();
    for (const line of lines) {
      const others = holders.get(line) ?? [];
      for (const other of others) common.set(other, (common.get(other) ?? 0) + 1);
      others.push(one);
      holders.set(line, others);
    }
    for (const [other, count] of common) {
      const share = count / (lines.size + (excerpts[other]?.size ?? 0) - count);
      if (share >= ALIKE) groups.join(other, one, share);
    }
  });
  return groups.clusters();
}

/** The lines that belong to one moment of one client, without what stands before them. */
export function excerptLines({ written }: MarkedAnswer): ReadonlySet<string> {
  const texts = written.filter(({ place }) => place !== "commands").map(({ text }) => text);
  const lines = texts.flatMap((text) => text.split("\n", MOST_LINES));
  return new Set(lines.flatMap((line) => tellingLine(line.trim())));
}

function tellingLine(raw: string): string[] {
  // Sentences are no lines of a log, and most of what is written are sentences.
  if (!/\d: |\d [A-Z]/.test(raw)) return [];
  const { stamp, message, event } = parseLine(raw);
  if (event === undefined) return [];
  const isMoment = stamp !== undefined && "client" in event;
  if (!isMoment && raw.length < LONG) return [];
  return [apart(stamp === undefined ? message : `${stamp}: ${message}`)];
}

/** A copy: a part of a text keeps the whole of it in memory. */
function apart(text: string): string {
  return Buffer.from(text).toString();
}

/**
 * Excerpts of the log that two students share: the same packets of the same clients at the same time. Everybody sees the
 * same log, so a line in common says little; excerpts that are mostly the same lines say that they are one excerpt.
 */
import { parseLine } from "../../../evidence/log/line";
import type { SheetQuestion } from "../question";
import type { MarkedAnswer } from "../submission/graded";
import { byUnits } from "../submission/ids";
import { clustering, type Cluster } from "./clusters";
import { fnv1a } from "../fnv";
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

/** The lines of one submission's excerpt for a question, see `excerptLines`. */
export type LinesOf = (id: string, question: string) => ReadonlySet<string>;

/**
 * @param linesOf asked only where excerpts are alike
 * @returns question by question, in their order
 */
export function alikeExcerpts(
  submissions: readonly Trace[],
  questions: readonly SheetQuestion[],
  linesOf: LinesOf,
): AlikeExcerpts[] {
  const sorted = [...submissions].sort((a, b) => byUnits(a.id, b.id));
  return questions.flatMap(({ id }) => alikeFor(id, sorted, linesOf));
}

function alikeFor(question: string, submissions: readonly Trace[], linesOf: LinesOf): AlikeExcerpts[] {
  const excerpts = submissions.map((trace) => trace.excerpts.get(question) ?? NONE);
  return alike(excerpts).map(({ members }) => {
    const between = members.map((member) => submissions[member]?.id ?? "");
    const shared = new Set(members.slice(1).flatMap((member) => [...(excerpts[member] ?? NONE)]));
    const lines = [...linesOf(between[0] ?? "", question)];
    const text = lines.find((line) => shared.has(lineNumber(line))) ?? "";
    return { between, question, text };
  });
}

const NONE = new Float64Array();

function alike(excerpts: readonly Float64Array[]): Cluster[] {
  const holders = new Map<number, number[]>();
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
      const share = count / (lines.length + (excerpts[other]?.length ?? 0) - count);
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
  return [stamp === undefined ? message : `${stamp}: ${message}`];
}

/** Numbers for lines, in their order: half a million lines of a class are not held in memory as they were written. */
export function lineNumbers(lines: ReadonlySet<string>): Float64Array {
  return Float64Array.from(lines, lineNumber);
}

/** 53 bits, so that no two lines of a class have the same but by a chance of one in a hundred thousand. */
function lineNumber(line: string): number {
  return fnv1a(line) * LOW + (fnv1a(line, SEED) % LOW);
}

const [LOW, SEED] = [2 ** 21, 0x9747b28c];

/** A sheet in YAML. Each question is read by itself. */
import type { Lang } from "../../../../words/text";
import type { Problem, Written } from "../../answer";
import { HARMLESS, QUESTION } from "../complaints";
import type { Draft, Entry, Lookup } from "../draft";
import { headOf, langOfKey, type Head } from "../keys";
import { headText, strayLines } from "./heads";
import { looseIn } from "./loose";
import { readBelow, Unreadable, type Below } from "./question";
import { segmentsOf, type Segment } from "./segments";

/** Characters outside of blocks: of one question, and of a sheet. */
const LOOSE = 16 * 1024;
const LOOSE_IN_ALL = 128 * 1024;

export function readYaml(source: string, lookup: Lookup): Draft {
  const segments = segmentsOf(source, lookup);
  const problems: Problem[] = [];
  const heads: Partial<Record<Head, Written>> = {};
  const entries: Entry[] = [];
  const langs: (Lang | undefined)[] = [];
  let budget = LOOSE_IN_ALL;
  for (const segment of segments) {
    const { name = "", isQuestion, line } = segment;
    if (!isQuestion) {
      problems.push(...strayIn(segment));
      const head = headOf(name);
      if (head !== undefined) heads[head] ??= headText(segment);
      langs.push(langOfKey(name));
      continue;
    }
    const loose = looseIn(segment.lines);
    budget -= loose;
    const read = loose > LOOSE || budget < 0 ? tooMuch(segment) : readQuestion(segment);
    if ("what" in read) {
      problems.push({ ...read, question: name });
      entries.push({ id: name, line, column: 1, parts: { answer: rawOf(segment) } });
      continue;
    }
    problems.push(...commentsIn(segment, read));
    entries.push({ id: name, line, column: 1, parts: read.parts });
    langs.push(read.lang);
  }
  problems.push(...swallowed(segments, lookup));
  const lang = langs.find((one) => one !== undefined);
  return { heads, entries, problems, ...(lang === undefined ? {} : { lang }) };
}

function readQuestion(segment: Segment): Below | Problem {
  const { name = "", line, hasColon } = segment;
  if (!hasColon) return { line, column: 1, what: QUESTION.noColon(name) };
  try {
    return readBelow(segment);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { line: error.line, column: error.column, what: error.what };
  }
}

function tooMuch({ line }: Segment): Problem {
  return { line, column: 1, what: QUESTION.tooMuchBeside };
}

/** All that stands below the identifier, for whoever reads what could not be graded. */
function rawOf({ lines, line }: Segment): Written {
  const [first = "", ...rest] = lines;
  const behind = first.slice(first.search(/:|$/) + 1).trim();
  return { text: [behind, ...rest].join("\n").trim(), line: line + (behind === "" ? 1 : 0), column: 1 };
}

function strayIn(segment: Segment): Problem[] {
  const before = segment.lines.findIndex((text) => /^\s*[^\s#%]/.test(text));
  const first =
    segment.name === undefined ? (before < 0 ? undefined : segment.line + before) : strayLines(segment)[0];
  return first === undefined ? [] : [{ line: first, column: 1, what: HARMLESS.before, harmless: true }];
}

/** Comments of the student's own: the answer itself perhaps, where there is no other. */
function commentsIn({ comments, name = "" }: Segment, { parts }: Below): Problem[] {
  const isBlank = Object.values(parts).every(({ text }) => text === "");
  return comments
    .slice(0, 1)
    .map((line): Problem =>
      isBlank
        ? { line, column: 1, what: QUESTION.comment, question: name }
        : { line, column: 1, what: HARMLESS.comment, harmless: true },
    );
}

/** Questions that are nowhere but in the midst of another: their identifier was indented. */
function swallowed(segments: readonly Segment[], { asked }: Lookup): Problem[] {
  const found = new Set(segments.map(({ name }) => name));
  const problems: Problem[] = [];
  for (const { name, isQuestion, lines, line } of segments) {
    for (const [i, text] of lines.entries()) {
      const [, indent = "", id = ""] = /^(\s+)["']?([^\s:"'#]{3,80})["']?\s*:/.exec(text) ?? [];
      if (!asked.has(id) || found.has(id)) continue;
      const problem = { line: line + i, column: indent.length + 1, what: QUESTION.indented(id) };
      problems.push({ ...problem, question: id });
      if (isQuestion && name !== undefined) problems.push({ ...problem, question: name });
    }
  }
  return problems;
}

/**
 * A sheet in YAML. It is read line by line and not by YAML's rules, of which students know nothing: a colon, a quotation
 * mark or a # in an answer, a tab, a line too far to the left, would each make the sheet no YAML, and what is meant is plain.
 */
import type { Lang } from "../../../../words/text";
import type { Problem, Written } from "../../answer";
import { HARMLESS, QUESTION } from "../complaints";
import type { Draft, Entry, Lookup } from "../draft";
import { headOf, langOfKey, type Head } from "../keys";
import type { Next } from "./comments";
import { headText, strayLines } from "./heads";
import { readBelow } from "./question";
import { segmentsOf, type Segment } from "./segments";

export function readYaml(source: string, lookup: Lookup): Draft {
  const segments = segmentsOf(source, lookup);
  const problems: Problem[] = [];
  const heads: Partial<Record<Head, Written>> = {};
  const entries: Entry[] = [];
  const langs: (Lang | undefined)[] = [];
  for (const [i, segment] of segments.entries()) {
    const { name = "", isQuestion, line, column } = segment;
    if (!isQuestion) {
      problems.push(...strayIn(segment));
      const head = headOf(name);
      if (head !== undefined && heads[head] === undefined) heads[head] = headText(segment);
      langs.push(langOfKey(name));
      continue;
    }
    const below = readBelow(segment, nextOf(segments[i + 1], lookup));
    problems.push(...below.problems);
    entries.push({ id: name, line, column, parts: below.parts });
    langs.push(below.lang);
  }
  problems.push(...swallowed(segments, lookup));
  const lang = langs.find((one) => one !== undefined);
  return { heads, entries, problems, ...(lang === undefined ? {} : { lang }) };
}

function nextOf(segment: Segment | undefined, { wordings }: Lookup): Next | undefined {
  const name = segment?.name;
  return name === undefined ? undefined : { name, wordings: wordings.get(name) ?? [] };
}

function strayIn(segment: Segment): Problem[] {
  const before = segment.lines.findIndex((text) => /^\s*[^\s#%]/.test(text));
  const line = segment.name === undefined ? (before < 0 ? undefined : 1 + before) : strayLines(segment)[0];
  return line === undefined ? [] : [{ line, column: 1, what: HARMLESS.before, harmless: true }];
}

const INSIDE = /^([\s>*-]{1,40}["'`*]{0,3})(\d[^\s:"'`*#]{2,80})["'`*]{0,3}\s{0,20}:/;

/** Questions that are nowhere but in the midst of another, with text behind their identifier. */
function swallowed(segments: readonly Segment[], { asked }: Lookup): Problem[] {
  const found = new Set(segments.map(({ name }) => name));
  const problems: Problem[] = [];
  for (const { name, isQuestion, lines, line } of segments) {
    for (const [i, text] of lines.entries()) {
      const [, before = "", id = ""] = INSIDE.exec(text) ?? [];
      if (!asked.has(id) || found.has(id)) continue;
      found.add(id);
      const problem = { line: line + 1 + i, column: before.length + 1, what: QUESTION.indented(id) };
      problems.push({ ...problem, question: id });
      if (isQuestion && name !== undefined) problems.push({ ...problem, question: name });
    }
  }
  return problems;
}

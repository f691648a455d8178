/** A sheet in Markdown: below the heading of a question its text, which is quoted, then the answer; excerpts and commands are fenced. */
import type { Problem, Written } from "../../answer";
import { QUESTION } from "../complaints";
import type { Draft, Entry, Lookup } from "../draft";
import { headOf, langOfKey, type Head } from "../keys";
import type { Lang } from "../../../../words/text";
import { blocksOf, type Block } from "./blocks";
import { fencedIn } from "./fences";
import { withoutQuestion } from "./quoted";

export function readMarkdown(source: string, lookup: Lookup): Draft {
  const [before, ...blocks] = blocksOf(source, lookup);
  const problems: Problem[] = [];
  const entries = blocks.flatMap((block) =>
    block.id === undefined ? [] : [entryOf(block, block.id, lookup, problems)],
  );
  return { ...(before === undefined ? { heads: {} } : headsIn(before)), entries, problems };
}

const HEAD = /^\s*(?:[-*+]\s+)?[*_]*([\p{L}]{2,12})\s*[*_]*\s*:[*_]*(.*)$/u;
/** Longer lines are no heads. */
const LONGEST = 2000;
const COMMENT = /^\s*<!--\s*(.*?)\s*-->\s*$/;

function headsIn({ lines, line }: Block): Pick<Draft, "heads" | "lang"> {
  const heads: Partial<Record<Head, Written>> = {};
  let lang: Lang | undefined;
  for (const [i, text] of lines.entries()) {
    if (text.length > LONGEST) continue;
    const pieces = COMMENT.exec(text)?.[1]?.split(/,\s*/) ?? [text];
    for (const piece of pieces) {
      const [, key = "", value = ""] = HEAD.exec(piece) ?? [];
      const head = headOf(key);
      if (head === undefined) continue;
      heads[head] ??= { text: value.trim(), line: line + 1 + i, column: 1 };
      lang ??= langOfKey(key);
    }
  }
  return lang === undefined ? { heads } : { heads, lang };
}

/** Each part keeps the lines of the others as empty ones, so that its lines are those of the sheet. */
function entryOf(block: Block, id: string, { wordings }: Lookup, problems: Problem[]): Entry {
  const first = block.line + 1;
  const { texts, open } = fencedIn(withoutQuestion(block.lines, wordings.get(id) ?? []));
  if (open !== undefined)
    problems.push({ line: first + open, column: 1, what: QUESTION.openFence, question: id });
  const parts = [...texts].map(([part, lines]) => [part, writtenIn(lines, first)] as const);
  return { id, line: block.line, column: 1, parts: Object.fromEntries(parts) };
}

function writtenIn(lines: readonly string[], firstLine: number): Written {
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first < 0) return { text: "", line: firstLine, column: 1 };
  return { text: lines.slice(first).join("\n").trimEnd(), line: firstLine + first, column: 1 };
}

/** A sheet in Markdown: below the heading of a question its text, which is quoted, then the answer; excerpts and commands are fenced. */
import type { Problem, Written } from "../../answer";
import { QUESTION } from "../complaints";
import type { Draft, Entry, Lookup } from "../draft";
import { headOf, langOfKey, type Head, type Part } from "../keys";
import type { Lang } from "../../../../words/text";
import { blocksOf, type Block } from "./blocks";
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
const COMMENT = /^\s*<!--\s*(.*?)\s*-->\s*$/;

function headsIn({ lines, line }: Block): Pick<Draft, "heads" | "lang"> {
  const heads: Partial<Record<Head, Written>> = {};
  let lang: Lang | undefined;
  for (const [i, text] of lines.entries()) {
    const pieces = COMMENT.exec(text)?.[1]?.split(/,\s*/) ?? [text];
    for (const piece of pieces) {
      const [, key = "", value = ""] = HEAD.exec(piece) ?? [];
      const head = headOf(key);
      if (head === undefined) continue;
      heads[head] ??= { text: value.trim(), line: line + i, column: 1 };
      lang ??= langOfKey(key);
    }
  }
  return lang === undefined ? { heads } : { heads, lang };
}

const FENCE = /^ {0,3}(`{3,}|~{3,})\s*([\p{L}\d-]*)[^`]*$/u;
const PLACES: Readonly<Record<string, Part>> = {
  log: "excerpt",
  logs: "excerpt",
  sh: "commands",
  bash: "commands",
  shell: "commands",
  zsh: "commands",
  console: "commands",
  powershell: "commands",
};

interface Fence {
  readonly mark: string;
  readonly part: Part;
  /** Of its first line, within the block. */
  readonly at: number;
}

/** Each part keeps the lines of the others as empty ones, so that its lines are those of the sheet. */
function entryOf(block: Block, id: string, { wordings }: Lookup, problems: Problem[]): Entry {
  const lines = withoutQuestion(block.lines, wordings.get(id) ?? []);
  const texts: Partial<Record<Part, string[]>> = {};
  const put = (part: Part, i: number, text: string) => {
    const all = (texts[part] ??= []);
    while (all.length < i) all.push("");
    all[i] = text;
  };
  let fence: Fence | undefined;
  for (const [i, text] of lines.entries()) {
    const [, mark = "", info = ""] = FENCE.exec(text) ?? [];
    if (fence === undefined && mark !== "") {
      fence = { mark, part: PLACES[info.toLowerCase()] ?? "answer", at: i };
    } else if (fence !== undefined && mark.startsWith(fence.mark) && info === "") {
      fence = undefined;
    } else put(fence?.part ?? "answer", i, text);
  }
  const first = block.line + 1;
  if (fence !== undefined)
    problems.push({ line: first + fence.at, column: 1, what: QUESTION.openFence, question: id });
  const parts = Object.entries(texts).map(([part, all]) => [part, writtenIn(all, first)] as const);
  return { id, line: block.line, column: 1, parts: Object.fromEntries(parts) };
}

function writtenIn(lines: readonly string[], firstLine: number): Written {
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first < 0) return { text: "", line: firstLine, column: 1 };
  return { text: lines.slice(first).join("\n").trimEnd(), line: firstLine + first, column: 1 };
}

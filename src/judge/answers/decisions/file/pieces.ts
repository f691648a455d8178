/**
 * The file of decisions taken apart, one piece a decision, so that each can be read, mended and complained about by
 * itself, and so that what the teacher wrote stays as it is, to the last comment. Large classes make long files: pieces that nobody
 * has touched need not be read as YAML.
 */

export interface Piece {
  /** With its line ends; comments before a decision belong to it. */
  readonly text: string;
  /** Of its first character, from 1. */
  readonly line: number;
}

export interface Pieces {
  /** What comes before the first decision. */
  readonly head: string;
  readonly items: readonly Piece[];
  /** Before each item. */
  readonly indent: string;
  /** The first line, from 1, that has no place in such a file: it is another one, and not to be written to. */
  readonly foreign?: number;
}

const ITEM = /^( *)- /;

export function piecesOf(source: string): Pieces {
  const lines = source.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const first = lines.findIndex((line) => ITEM.test(line));
  if (first === -1) return { head: source, items: [], indent: INDENT, ...foreignIn(lines) };
  const [, indent = ""] = ITEM.exec(lines[first] ?? "") ?? [];
  const starts = lines.flatMap((line, i) =>
    line.startsWith(`${indent}- `) ? [beginning(lines, i, indent)] : [],
  );
  const head = lines.slice(0, starts[0]);
  return {
    head: head.join(""),
    items: starts.map((from, i) => ({ text: lines.slice(from, starts[i + 1]).join(""), line: from + 1 })),
    indent,
    ...(head.some((line) => LIST.test(line)) ? foreignIn(head) : { foreign: first + 1 }),
  };
}

/** Before a decision where there is none yet. */
const INDENT = "  ";
const LIST = /^(?:\uFEFF)?decisions:\s*(?:#.*)?$/;
const COMMENT = /^(?:\uFEFF)?\s*(?:#.*)?$/;
const EMPTY_LIST = /^decisions:\s*(?:\[\s*\]|null|~)\s*$/;

function foreignIn(lines: readonly string[]): { readonly foreign?: number } {
  const at = lines.findIndex(
    (line) => ![LIST, COMMENT, EMPTY_LIST].some((known) => known.test(line.trimEnd())),
  );
  return at === -1 ? {} : { foreign: at + 1 };
}

/** The first of the comments that stand right above an item and as far to the left as that or a piece further. */
function beginning(lines: readonly string[], item: number, indent: string): number {
  let from = item;
  while (from > 0 && lines[from - 1]?.startsWith(`${indent}#`)) from -= 1;
  return from;
}

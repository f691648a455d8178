/** Fenced blocks: what begins with ```log is an excerpt, with ```sh commands; all else is the answer. */
import type { Part } from "../keys";

const FENCE = /^ {0,3}(`{3,}|~{3,})\s{0,9}([\p{L}\d-]{0,20})([^`]*)$/u;

const PLACES: Readonly<Record<string, Part>> = {
  log: "excerpt",
  logs: "excerpt",
  sh: "commands",
  bash: "commands",
  shell: "commands",
  zsh: "commands",
  console: "commands",
  powershell: "commands",
  "": "answer",
  text: "answer",
  txt: "answer",
  plaintext: "answer",
  python: "answer",
  yaml: "answer",
  json: "answer",
};

export interface Fenced {
  /** By part; each keeps the lines of the others as empty ones. */
  readonly texts: ReadonlyMap<Part, readonly string[]>;
  /** Index of the line that begins a block without end. */
  readonly open?: number;
}

interface Fence {
  readonly mark: string;
  readonly part: Part;
  readonly at: number;
}

export function fencedIn(lines: readonly string[]): Fenced {
  const texts = new Map<Part, string[]>();
  let open: Fence | undefined;
  for (const [i, text] of lines.entries()) {
    const fence = fenceIn(text, i);
    if (open !== undefined && isEnd(text, open)) open = undefined;
    // A block that begins within another: the other's end was forgotten.
    else if (fence !== undefined && (open === undefined || fence.part !== "answer")) {
      open = fence;
      put(texts, fence.part, i, fence.beside);
    } else put(texts, open?.part ?? "answer", i, text);
  }
  return open === undefined ? { texts } : { texts, open: open.at };
}

/** What stands beside the mark and names no place is text. */
function fenceIn(line: string, at: number): (Fence & { readonly beside: string }) | undefined {
  const [, mark = "", info = "", rest = ""] = FENCE.exec(line) ?? [];
  if (mark === "") return undefined;
  const part = PLACES[info.toLowerCase()];
  return part === undefined
    ? { mark, part: "answer", at, beside: (info + rest).trim() }
    : { mark, part, at, beside: rest.trim() };
}

function isEnd(line: string, { mark }: Fence): boolean {
  const text = line.trim();
  return text.startsWith(mark) && /^(?:`+|~+)$/.test(text);
}

function put(texts: Map<Part, string[]>, part: Part, at: number, text: string): void {
  const lines = texts.get(part) ?? [];
  texts.set(part, lines);
  while (lines.length < at) lines.push("");
  lines[at] = text;
}

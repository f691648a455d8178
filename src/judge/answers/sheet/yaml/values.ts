/**
 * What a value of a sheet says: always a text, as it was written. `1.10` is no number and `2026-11-29` no date, a list is
 * its lines, and `the # stands for` does not end before the #.
 */
import { isScalar, isSeq, type ParsedNode } from "yaml";
import type { Written } from "../../answer";
import { parsed } from "./parse";

/** A piece of a segment: its text and where it begins, lines and columns from 0 and the lines those of the segment. */
interface Region {
  readonly lines: readonly string[];
  readonly line: number;
  /** Of the first line; the others begin at 0. */
  readonly column: number;
}

/**
 * @param source of the segment
 * @param from where the value may begin: behind its colon
 * @param to where the next key begins, or the segment ends
 * @param firstLine number of the segment's first line, from 1
 */
export function valueOf(
  node: ParsedNode | null,
  { source, from, to, firstLine }: { source: string; from: number; to: number; firstLine: number },
): Written | "beside" {
  const region = regionOf(source, from, to);
  const written = read(node, source, region);
  return written === "beside"
    ? written
    : { ...written, line: written.line + firstLine, column: written.column + 1 };
}

function read(node: ParsedNode | null, source: string, region: Region): Written | "beside" {
  if (isScalar(node)) {
    if (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED") return block(node, source, region);
    const quoted =
      node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE"
        ? unquoted(node, source, region)
        : undefined;
    if (quoted !== undefined) return quoted;
  }
  return asItStands(region, isSeq(node) && !node.flow);
}

function regionOf(source: string, from: number, to: number): Region {
  const before = source.slice(0, from);
  return {
    // Comments at the margin are the sheet's own.
    lines: source
      .slice(from, to)
      .split("\n")
      .map((line, i) => (i > 0 && line.startsWith("#") ? "" : line)),
    line: before.split("\n").length - 1,
    column: from - (before.lastIndexOf("\n") + 1),
  };
}

/** A block: its lines, folded or not, since lines of a log or commands must not run together. */
function block(node: ParsedNode, source: string, region: Region): Written | "beside" {
  const [head = "", ...lines] = region.lines;
  if (!/^[^#]*[|>][-+0-9]*\s*$/.test(head)) return "beside";
  const [start, end] = node.range;
  const literal =
    isScalar(node) && node.type === "BLOCK_LITERAL"
      ? node
      : parsed(`|${source.slice(start + 1, end)}`).contents;
  const value = isScalar(literal) ? String(literal.value) : "";
  const text = value.split("\n");
  const first = text.findIndex((line) => line.trim() !== "");
  if (first < 0) return { text: "", line: region.line, column: region.column };
  const indent = (lines[first]?.length ?? 0) - (text[first]?.length ?? 0);
  return {
    text: text.slice(first).join("\n").trimEnd(),
    line: region.line + 1 + first,
    column: Math.max(0, indent),
  };
}

/** What stands between quotation marks, line for line; nothing where something stands behind them. */
function unquoted(node: ParsedNode, source: string, region: Region): Written | undefined {
  const quoted = source.slice(node.range[0], node.range[1]);
  if (region.lines.join("\n").trim() !== quoted) return undefined;
  // YAML makes a space of one line end and a line end of two.
  const { contents } = parsed(quoted.replaceAll("\n", "\n\n"));
  const text = isScalar(contents) ? String(contents.value) : quoted;
  const { line, column } = asItStands(region, false);
  return { text: text.trimEnd(), line, column: column + 1 };
}

function asItStands({ lines, line, column }: Region, isList: boolean): Written {
  const rest = dedented(lines.slice(1));
  const all = [(lines[0] ?? "").trimStart(), ...rest].map((text) =>
    isList ? text.replace(/^- +/, "") : text,
  );
  const first = all.findIndex((text) => text.trim() !== "");
  if (first < 0) return { text: "", line, column };
  const indent = (lines[first]?.length ?? 0) - (all[first]?.length ?? 0);
  return {
    text: all.slice(first).join("\n").trimEnd(),
    line: line + first,
    column: indent + (first === 0 ? column : 0),
  };
}

/** Without the indentation that all lines share. */
function dedented(lines: readonly string[]): string[] {
  const indents = lines
    .filter((line) => line.trim() !== "")
    .map((line) => line.length - line.trimStart().length);
  const shared = indents.reduce((least, indent) => Math.min(least, indent), Infinity);
  return lines.map((line) => (line.trim() === "" ? "" : line.slice(shared)));
}

/** Reads what stands below the identifier of a question. */
import { isMap, isScalar, type ParsedNode, type YAMLMap } from "yaml";
import { meant } from "../../../../words/nearest";
import { LANGS, type Lang, type Text } from "../../../../words/text";
import type { Written } from "../../answer";
import { QUESTION, unknownKey } from "../complaints";
import { folded, KEYS, langOfKey, partOf, PARTS, type Part } from "../keys";
import { positionsIn } from "../position";
import { parsed } from "./parse";
import type { Segment } from "./segments";
import { SENTENCES } from "./sentences";
import { valueOf } from "./values";

export interface Below {
  readonly parts: Readonly<Partial<Record<Part, Written>>>;
  /** Of its keys. */
  readonly lang?: Lang;
}

/** What makes it ungradable, at a line and column of the sheet. */
export class Unreadable extends Error {
  constructor(
    readonly line: number,
    readonly column: number,
    readonly what: Text,
  ) {
    super(what.en);
    this.name = "Unreadable";
  }
}

interface Reading {
  readonly source: string;
  readonly firstLine: number;
  readonly fail: (offset: number, what: Text) => never;
}

/** @throws Unreadable */
export function readBelow({ lines, line: firstLine }: Segment): Below {
  const source = lines.join("\n");
  const place = positionsIn(source);
  const fail = (offset: number, what: Text): never => {
    const { line, column } = place(offset);
    throw new Unreadable(line + firstLine - 1, column, what);
  };
  const { contents, mistake } = parsed(source);
  const margin = atMargin(lines, mistake !== undefined);
  if (margin !== undefined) return fail(margin, QUESTION.atMargin);
  if (mistake !== undefined) return fail(mistake.offset, SENTENCES[mistake.kind]);
  const [pair] = isMap(contents) ? contents.items : [];
  if (pair === undefined) return fail(0, SENTENCES.other);
  const { key, value } = pair;
  const reading = { source, firstLine, fail };
  if (
    isMap(value) &&
    (!value.flow || value.items.some((item) => partOf(nameOf(item.key, source)) !== undefined))
  )
    return partsOf(value, reading);
  return { parts: { answer: written(key, value, source.length, reading) } };
}

/** Where a line begins at the margin, which is no text of an answer. A list may, where it is well-formed. */
function atMargin(lines: readonly string[], isBroken: boolean): number | undefined {
  const i = lines.findIndex((line, at) => at > 0 && (isBroken ? /^[^\s#]/ : /^[^\s#-]/).test(line));
  return i < 0 ? undefined : lines.slice(0, i).reduce((sum, line) => sum + line.length + 1, 0);
}

function partsOf(map: YAMLMap.Parsed, reading: Reading): Below {
  const { source, fail } = reading;
  const parts: Partial<Record<Part, Written>> = {};
  const langs: (Lang | undefined)[] = [];
  for (const [i, { key, value }] of map.items.entries()) {
    const name = nameOf(key, source);
    const end = map.flow ? (value ?? key).range[1] : (map.items[i + 1]?.key.range[0] ?? source.length);
    const text = written(key, value, end, reading);
    const part = partOf(name);
    if (part === undefined) {
      if (text.text !== "") fail(key.range[0], stranger(name, map, source));
      continue;
    }
    const before = parts[part]?.text ?? "";
    if (before !== "" && text.text !== "") fail(key.range[0], QUESTION.partTwice(name));
    if (before === "") parts[part] = text;
    langs.push(langOfKey(name));
  }
  const lang = langs.find((one) => one !== undefined);
  return lang === undefined ? { parts } : { parts, lang };
}

/** What a key is that is none: misspelt, or the beginning of a text with a colon in it. */
function stranger(name: string, map: YAMLMap.Parsed, source: string): Text {
  const all = map.items.map(({ key }) => nameOf(key, source));
  const lang = all.map(langOfKey).find((one) => one !== undefined);
  const names = PARTS.flatMap((part) => (lang === undefined ? LANGS : [lang]).map((one) => KEYS[part][one]));
  const near = meant(folded(name), names.map(folded));
  const isText = near === undefined && !all.some((key) => partOf(key) !== undefined);
  return isText
    ? SENTENCES.colon
    : unknownKey(
        name,
        names.find((known) => folded(known) === near),
        names,
      );
}

function nameOf(key: ParsedNode, source: string): string {
  return isScalar(key) ? String(key.value) : source.slice(key.range[0], key.range[1]);
}

/** @param end where the next key begins, or the segment ends */
function written(
  key: ParsedNode,
  value: ParsedNode | null,
  end: number,
  { source, firstLine, fail }: Reading,
): Written {
  const colon = /\s*:/y;
  colon.lastIndex = key.range[1];
  const from = colon.test(source) ? colon.lastIndex : key.range[1];
  const text = valueOf(value, { source, from, to: Math.max(from, end), firstLine });
  return text === "beside" ? fail(value?.range[0] ?? from, SENTENCES.beside) : text;
}

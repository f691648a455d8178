/** A YAML file as texts, lists and maps that know where they stand. Numbers and dates are texts: who reads them knows what they must be. */
import { isAlias, isMap, isScalar, isSeq, type Node, type ParsedNode, type YAMLMap } from "yaml";
import type { Text } from "../../../words/text";
import type { Position } from "../answer";
import { parsed } from "./yaml/parse";
import { positionsIn } from "./yaml/position";
import { NO_ALIAS, NOT_A_KEY, TOO_LONG, TWICE } from "./complaints";
import { QuestionsError } from "./error";
import { SYNTAX } from "./syntax";

interface Place {
  readonly at: Position;
}

export type Spot = Place &
  (
    | { readonly kind: "text"; readonly text: string }
    | { readonly kind: "list"; readonly items: readonly Spot[] }
    | { readonly kind: "map"; readonly entries: ReadonlyMap<string, Entry> }
  );

export interface Entry extends Place {
  readonly value: Spot;
}

const LONGEST = 1024 * 1024;

/**
 * @param name of the file, as it is to be called in a complaint
 * @returns nothing for a file in which nothing is written
 * @throws QuestionsError for what is no YAML, or no such simple YAML
 */
export function spotsIn(source: string, name: string): Spot | undefined {
  const place = positionsIn(source);
  const complain: Complain = (offset, what) => {
    throw new QuestionsError(name, place(offset), what);
  };
  if (source.length > LONGEST) complain(0, TOO_LONG);
  const { contents, mistake } = parsed(source);
  if (mistake !== undefined) return complain(mistake.offset, SYNTAX[mistake.kind]);
  if (contents === null || isNothing(contents)) return undefined;
  return spotOf(contents, { place, complain });
}

type Complain = (offset: number, what: Text) => never;

interface Reading {
  readonly place: (offset: number) => Position;
  readonly complain: Complain;
}

function isNothing(node: Node): boolean {
  return isScalar(node) && node.source === "";
}

function spotOf(node: ParsedNode, reading: Reading): Spot {
  const { place, complain } = reading;
  const [offset] = node.range;
  if (isAlias(node) || node.anchor !== undefined) return complain(offset, NO_ALIAS);
  const at = place(offset);
  if (isMap(node)) return { kind: "map", at, entries: entriesOf(node, reading) };
  if (isSeq(node)) return { kind: "list", at, items: node.items.map((item) => spotOf(item, reading)) };
  return { kind: "text", at, text: String(node.value) };
}

function entriesOf(map: YAMLMap.Parsed, reading: Reading): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const { key, value } of map.items) {
    const offset = key.range[0];
    if (!isScalar(key)) return reading.complain(offset, NOT_A_KEY);
    const name = String(key.value);
    if (entries.has(name)) return reading.complain(offset, TWICE);
    const at = reading.place(offset);
    const empty: Spot = { kind: "text", at, text: "" };
    entries.set(name, { at, value: value === null ? empty : spotOf(value, reading) });
  }
  return entries;
}

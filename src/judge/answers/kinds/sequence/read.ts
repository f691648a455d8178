/** Reads an answer that is a sequence of packets: names, numbers of the sheet's figure 1, lines of the broker's log. */
import { PACKET_TYPES } from "../../../../evidence/wire/mqtt/packet";
import type { Written } from "../../answer";
import { listReader } from "../list-marks";
import type { Item } from "./item";
import { logReader } from "./log-items";
import { nothingNamed, readNames, type Named } from "./names";

export interface Reading extends Named {
  /** Packets of the lines of a log. */
  readonly logged: readonly Item[];
}

export function readSequence({ text, line }: Written): Reading {
  const named = nothingNamed();
  const logged: Item[] = [];
  const readLog = logReader();
  const withoutNumber = listReader();
  text.split(/\r?\n/).forEach((raw, i) => {
    const content = withoutNumber(raw);
    const found = readLog(content);
    if (found === undefined) readNames(content, line + i, named);
    else if (found !== "nothing") logged.push(found);
  });
  return { ...named, logged };
}

/** The packets of these types. Nothing where a number is no type, or where they only count: `1, 2, 3, 4`. */
export function itemsOfNumbers(numbers: readonly number[]): readonly Item[] | undefined {
  if (numbers.length > 1 && numbers.every((number, i) => number === i + 1)) return undefined;
  const types = numbers.map(
    (number) => Object.entries(PACKET_TYPES).find(([key]) => Number(key) === number)?.[1],
  );
  return types.every((type) => type !== undefined) ? types.map((type) => ({ type })) : undefined;
}

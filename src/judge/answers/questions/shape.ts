/** What a value of a file must look like: readers of texts, numbers, lists and keys that are put together to larger ones. */
import type { Text } from "../../../words/text";
import { missing, mustBe, oneOf, unknownKey, WANTED } from "./complaints";
import { QuestionsError } from "./error";
import type { Spot } from "./spot";

/** What a value is read with: the file, and the key that it stands under. */
export interface Under {
  readonly file: string;
  readonly key: string;
}

/** @throws QuestionsError at the first thing that is not as it must be */
export type Reader<T> = (spot: Spot, under: Under) => T;
type Readers = Readonly<Record<string, Reader<unknown>>>;

/** What readers of keys read together. */
type Read<Needed extends Readers, Possible extends Readers> = {
  readonly [K in keyof Needed]: ReturnType<Needed[K]>;
} & { readonly [K in keyof Possible]?: ReturnType<Possible[K]> };

export function complain(spot: Pick<Spot, "at">, { file }: Under, what: Text): never {
  throw new QuestionsError(file, spot.at, what);
}

export const text: Reader<string> = (spot, under) =>
  spot.kind === "text" && spot.text.trim() !== ""
    ? spot.text.trim()
    : complain(spot, under, mustBe(under.key, WANTED.text));

/** @param takes what may be written, in full */
function numeric(takes: RegExp, wanted: Text): Reader<number> {
  return (spot, under) =>
    spot.kind === "text" && takes.test(spot.text)
      ? Number(spot.text)
      : complain(spot, under, mustBe(under.key, wanted));
}

export const whole = numeric(/^\d{1,6}$/, WANTED.number);
export const points = numeric(/^(?=.*[1-9])\d{1,4}(?:\.\d{1,2})?$/, WANTED.points);

export const flag: Reader<boolean> = (spot, under) =>
  spot.kind === "text" && /^(?:true|false)$/.test(spot.text)
    ? spot.text === "true"
    : complain(spot, under, mustBe(under.key, WANTED.flag));

export function choice<const T extends string>(choices: readonly T[]): Reader<T> {
  return (spot, under) => {
    const written = text(spot, under);
    return (
      choices.find((one) => one === written) ?? complain(spot, under, oneOf(under.key, written, choices))
    );
  };
}

export function list<T>(each: Reader<T>): Reader<readonly T[]> {
  return (spot, under) =>
    spot.kind === "list"
      ? spot.items.map((item) => each(item, under))
      : complain(spot, under, mustBe(under.key, WANTED.list));
}

/** A list in which something stands. */
export function some<T>(each: Reader<T>): Reader<readonly T[]> {
  return (spot, under) => {
    const read = list(each)(spot, under);
    return read.length > 0 ? read : complain(spot, under, mustBe(under.key, WANTED.list));
  };
}

/** Keys of the writer's own. */
export function record<T>(each: Reader<T>): Reader<Readonly<Record<string, T>>> {
  return (spot, under) => {
    if (spot.kind !== "map") return complain(spot, under, mustBe(under.key, WANTED.map));
    const read = [...spot.entries].map(([key, { value }]) => [key, each(value, { ...under, key })] as const);
    return Object.fromEntries(read);
  };
}

/** Keys that must be there, keys that may be there, and no others. */
export function keys<Needed extends Readers, Possible extends Readers>(
  needed: Needed,
  possible: Possible,
): Reader<Read<Needed, Possible>> {
  const readers: Readers = { ...needed, ...possible };
  const names = Object.keys(readers);
  return (spot, under) => {
    if (spot.kind !== "map") return complain(spot, under, mustBe(under.key, WANTED.map));
    const read = [...spot.entries].map(([key, { at, value }]) => {
      const reader = Object.hasOwn(readers, key) ? readers[key] : undefined;
      if (reader === undefined) return complain({ at }, under, unknownKey(key, names));
      return [key, reader(value, { ...under, key })] as const;
    });
    const lacking = Object.keys(needed).find((key) => !spot.entries.has(key));
    if (lacking !== undefined) return complain(spot, under, missing(lacking));
    return Object.fromEntries(read) as Read<Needed, Possible>;
  };
}

/** A text in both languages. */
export const bilingual: Reader<Text> = keys({ en: text, fr: text }, {});

/** `--only`: exercises, or questions, by the beginnings of their ids. */
import { byDistance } from "../words/nearest";
import type { Words } from "../words/words";
import { userError } from "./user-error";

const NEAR = 3;

/** Of what there is to select, only this counts. */
interface Named {
  readonly id: string;
}

/** What is said when prefixes begin no id; `near` lists ids that do exist. */
type Refusal = (words: Words["cli"], prefixes: string, near: string) => string;

/**
 * @param only as given, each perhaps several with commas; none at all selects everything
 * @param refusal in words that fit what is selected; exercises unless told otherwise
 * @throws UserError when one of them begins no id
 */
export function select<T extends Named>(
  all: readonly T[],
  only: readonly string[],
  refusal: Refusal = (words, prefixes, near) => words.nothingSelected(prefixes, near),
): readonly T[] {
  const prefixes = only
    .flatMap((list) => list.split(","))
    .map((prefix) => prefix.trim())
    .filter((prefix) => prefix !== "");
  if (prefixes.length === 0) return all;
  const idle = prefixes.filter((prefix) => !all.some(({ id }) => begins(id, prefix)));
  if (idle.length > 0) throw nothingSelected(idle, all, refusal);
  return all.filter(({ id }) => prefixes.some((prefix) => begins(id, prefix)));
}

/** A section must be whole: `2.4` begins `2.4-qos0`, and would not begin `2.40-x`. A claim's id stands for its exercise. */
function begins(id: string, prefix: string): boolean {
  const [wanted = ""] = prefix.split("/");
  if (!id.startsWith(wanted)) return false;
  return wanted.includes("-") || !/^\w/.test(id.slice(wanted.length));
}

function nothingSelected(idle: readonly string[], all: readonly Named[], refusal: Refusal) {
  const ids = all.map(({ id }) => id);
  const near = [...new Set(idle.flatMap((prefix) => nearTo(prefix, ids).slice(0, NEAR)))].join(", ");
  return userError((words) => refusal(words, idle.join(", "), near));
}

/** A prefix is compared with as much of each id as it has characters. */
function nearTo(prefix: string, ids: readonly string[]): string[] {
  const starts = new Map(ids.map((id) => [id, id.slice(0, prefix.length)]));
  const near = byDistance(prefix, [...new Set(starts.values())]);
  return near.flatMap((start) => ids.filter((id) => starts.get(id) === start));
}

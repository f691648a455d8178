/** `--only`: exercises by the beginnings of their ids. */
import type { Exercise } from "../exercise/exercise";
import { byDistance } from "../words/nearest";
import { userError } from "./user-error";

const NEAR = 3;

/**
 * @param only as given, each perhaps several with commas; none at all selects everything
 * @throws UserError when one of them begins no id
 */
export function select(exercises: readonly Exercise[], only: readonly string[]): readonly Exercise[] {
  const prefixes = only
    .flatMap((list) => list.split(","))
    .map((prefix) => prefix.trim())
    .filter((prefix) => prefix !== "");
  if (prefixes.length === 0) return exercises;
  const idle = prefixes.filter((prefix) => !exercises.some(({ id }) => begins(id, prefix)));
  if (idle.length > 0) throw nothingSelected(idle, exercises);
  return exercises.filter(({ id }) => prefixes.some((prefix) => begins(id, prefix)));
}

/** A section must be whole: `2.4` begins `2.4-qos0`, and would not begin `2.40-x`. A claim's id stands for its exercise. */
function begins(id: string, prefix: string): boolean {
  const [wanted = ""] = prefix.split("/");
  if (!id.startsWith(wanted)) return false;
  return wanted.includes("-") || !/^\w/.test(id.slice(wanted.length));
}

function nothingSelected(idle: readonly string[], exercises: readonly Exercise[]) {
  const ids = exercises.map(({ id }) => id);
  const near = [...new Set(idle.flatMap((prefix) => nearTo(prefix, ids).slice(0, NEAR)))].join(", ");
  return userError((words) => words.nothingSelected(idle.join(", "), near));
}

/** A prefix is compared with as much of each id as it has characters. */
function nearTo(prefix: string, ids: readonly string[]): string[] {
  const starts = new Map(ids.map((id) => [id, id.slice(0, prefix.length)]));
  const near = byDistance(prefix, [...new Set(starts.values())]);
  return near.flatMap((start) => ids.filter((id) => starts.get(id) === start));
}

/** JSON that programs read, and that runners of CI print to their logs. */
import { must } from "../../checks";
import { mustBePlain } from "./text";

/** @returns what it holds */
export function mustBeJson(json: string): unknown {
  mustBePlain(json);
  must(!/\p{Cs}/u.test(json), "half of a surrogate pair");
  return JSON.parse(json);
}

/** A line of a log in which the runner of GitHub finds a command. */
const COMMAND = /^\s*::[a-z]|##\[/im;

/** Every text in it may be printed to such a log. */
export function mustCommandNothing(value: unknown): void {
  if (typeof value === "string")
    must(!COMMAND.test(value), `a command in ${JSON.stringify(value.slice(0, 200))}`);
  else if (typeof value === "object" && value !== null) Object.values(value).forEach(mustCommandNothing);
}

/** The lab that `play-all.ts` played, as spec files and the reporter see it. */
import { readFileSync } from "node:fs";
import { langOf } from "../../src/cli/lang";
import { isOn } from "../../src/cli/flag-table";
import { playedThen } from "../../src/cli/recorded";
import { loadJournal } from "../../src/evidence/journal/file";
import type { Entry } from "../../src/evidence/journal/entry";
import { judge } from "../../src/judge/judge";
import type { Results } from "../../src/judge/results";
import { exercises, probe } from "../index";

/** Variable that hands the journal's path from `play-all.ts` to the processes that judge it. */
export const JOURNAL = "TP_JOURNAL";

export const lang = langOf([], process.env);

/** The journal that was just played; undefined when the lab is no part of this run of Jest. */
export function journal(): readonly Entry[] | undefined {
  const file = process.env[JOURNAL];
  return file === undefined ? undefined : loadJournal(file);
}

/** The journal's exercises, the prerequisites first: those are always judged together, since they gate each other. */
export function judgedExercises(entries: readonly Entry[]) {
  return [probe, ...playedThen(entries, exercises)];
}

/** Variable that hands on what `play-all.ts` judged: what a dozen spec files tell is judged once. */
export const RESULTS = "TP_RESULTS";

/** What was just judged; undefined when the lab is no part of this run of Jest. */
export function judgedThen(): Results | undefined {
  const file = process.env[RESULTS];
  return file === undefined ? undefined : (JSON.parse(readFileSync(file, "utf8")) as Results);
}

export function results(entries: readonly Entry[]): Results {
  return judge(entries, judgedExercises(entries), { lang, strict: isOn(process.env.TP_STRICT) });
}

/** The end of a run, however it was had: judge it, write its reports, show the screen. */
import type { Judgeable } from "../judge/claim";
import { judge } from "../judge/judge";
import { exitStatus } from "../judge/results";
import { consoleReport } from "../report/console/console";
import { showsColours } from "../report/console/paint";
import type { Report } from "../report/report";
import { writeReports } from "../report/write";
import type { Invocation } from "./commands";
import { isOn } from "./flag-table";
import { INTERRUPTED } from "./interrupt";
import { writing, type Recording } from "./recorded";

/** Columns where nobody looks at a terminal. */
const COLUMNS = 100;

type Setting = Pick<Invocation, "env" | "lang" | "stdout">;

/**
 * @param exercises those that are judged, prerequisites first
 * @returns the exit status
 */
export async function conclude(
  recording: Recording,
  exercises: readonly Judgeable[],
  { env, lang, stdout }: Setting,
): Promise<number> {
  const report = judged(recording, exercises, { env, lang });
  const screen = { colour: showsColours(stdout, env), columns: stdout.isTTY ? stdout.columns : COLUMNS };
  stdout.write(consoleReport(screen)(report));
  // After the screen: what was seen is not lost when the disk is full.
  await writing(report.folder, () => writeReports(report, recording.files));
  if (recording.interrupted) return INTERRUPTED;
  return exitStatus(report.results.summary, report.results.claims);
}

function judged(
  { entries, phases, folder, interrupted }: Recording,
  exercises: readonly Judgeable[],
  { env, lang }: Pick<Setting, "env" | "lang">,
): Report {
  const began = performance.now();
  const results = judge(entries, exercises, { lang, strict: isOn(env.TP_STRICT) });
  return {
    results,
    entries,
    exercises,
    lang,
    folder,
    interrupted,
    phases: { ...phases, judge: performance.now() - began },
  };
}

/** `tp-mqtt verify`: play, judge, report. */
import type { Entry } from "../evidence/journal/entry";
import { exitStatus } from "../judge/results";
import type * as Specs from "../../specs/index";
import { judge } from "../judge/judge";
import { consoleReport } from "../report/console/console";
import { showsColours } from "../report/console/paint";
import type { Phases, Report } from "../report/report";
import { writeReports } from "../report/write";
import type { Invocation } from "./commands";
import { asEnvironment, readFlags } from "./flags";
import type * as Help from "./help";
import { lazily } from "./lazily";
import { list } from "./list";
import type * as Played from "./played";
import { recorded, type Recording } from "./recorded";
import { select } from "./select";

const INTERRUPTED = 130;

export async function verify(invocation: Invocation): Promise<number> {
  const { lang, stdout } = invocation;
  const given = readFlags(invocation.argv);
  if (given.has("help")) {
    stdout.write(lazily<typeof Help>("./help").verifyHelp(lang));
    return 0;
  }
  const env = asEnvironment(given, invocation.env);
  const { probe, exercises } = lazily<typeof Specs>("../../specs/index");
  const selected = select(exercises, [env.TP_ONLY ?? ""]);
  if (given.has("list")) {
    stdout.write(list(selected, lang));
    return 0;
  }
  const only = Boolean(env.TP_ONLY);
  const recording = env.TP_FROM
    ? await recorded(env.TP_FROM, exercises, only ? selected : undefined, env)
    : await lazily<typeof Played>("./played").played(probe, selected, { ...invocation, env });
  return conclude(recording, [probe, ...recording.exercises], { ...invocation, env });
}

async function conclude(
  recording: Recording,
  exercises: Parameters<typeof judge>[1],
  { env, lang, stdout }: Invocation,
): Promise<number> {
  const report = judged(recording.entries, exercises, recording, { env, lang });
  await writeReports(report, recording.files);
  const screen = { colour: showsColours(stdout, env), columns: stdout.isTTY ? stdout.columns : 100 };
  stdout.write(consoleReport(screen)(report));
  if (recording.interrupted) return INTERRUPTED;
  return exitStatus(report.results.summary, report.results.claims);
}

function judged(
  entries: readonly Entry[],
  exercises: Parameters<typeof judge>[1],
  recording: { readonly phases: Phases; readonly folder: string },
  { env, lang }: Pick<Invocation, "env" | "lang">,
): Report {
  const began = performance.now();
  const results = judge(entries, exercises, { lang, strict: Boolean(env.TP_STRICT) });
  const phases = { ...recording.phases, judge: performance.now() - began };
  return { results, entries, lang, phases, folder: recording.folder };
}

/**
 * `junit.xml`, for GitLab, Jenkins and the GitHub actions that read JUnit: an exercise a suite, a claim a case. What is
 * broken about the set-up, and what could not be decided, is an `error`; a `failure` is only what contradicts a claim.
 */
import builder, { type TestSuite } from "junit-report-builder";
import type { ClaimResult } from "../../judge/results";
import type { Lang } from "../../words/text";
import { wordsOf } from "../../words/words";
import type { Report } from "../report";
import { details, message } from "../text/finding";
import { grouped } from "../text/group";
import { cdataText, printable, xmlText } from "../text/printable";
import { skip } from "./skip";

export function junit(report: Report): string {
  const { results, lang } = report;
  const root = builder.newBuilder().name(results.tool.name);
  for (const [exercise, claims] of grouped(results.claims, (claim) => claim.exercise)) {
    const suite = root.testSuite().name(exercise).timestamp(results.startedAt);
    suite.time(inSeconds(played(exercise, report)));
    for (const [name, value] of properties(report)) suite.property(name, xmlText(printable(value)));
    for (const claim of claims) addCase(suite, claim, lang);
  }
  // Exercises are played side by side: what the whole took is less than their sum. The builder has no way to say so.
  const took = `<testsuites time="${inSeconds(results.durationMs)}" `;
  return `${root.build().replace("<testsuites ", took)}\n`;
}

/** How long playing it took. Its claims look at the same time, so theirs do not add up to it. */
function played(exercise: string, { entries }: Report): number {
  const own = entries.flatMap((entry) =>
    "exercise" in entry && entry.exercise === exercise ? [entry.at] : [],
  );
  return Math.max(0, (own.at(-1) ?? 0) - (own[0] ?? 0));
}

/** Readers show suites by themselves, so each says what was judged. */
function properties({ results, entries }: Report): [string, string][] {
  const { target, tool } = results;
  const run = entries.find((entry) => entry.source === "run")?.run;
  return [
    ["tool", `${tool.name} ${tool.version}`],
    ...(run === undefined ? [] : [["run", run] as [string, string]]),
    ["target", target.kind],
    ["broker.version", target.version ?? "unknown"],
    ["broker.address", target.address],
    ["log", target.logSource],
  ];
}

function addCase(suite: TestSuite, claim: ClaimResult, lang: Lang): void {
  const { exercise, id, title, verdict } = claim;
  const said = xmlText(printable(message(claim, lang)));
  // Some readers show the attribute and some the element's text: both hold the message.
  const text = cdataText(details(claim, lang));
  const testCase = suite
    .testCase()
    .className(`tp-mqtt.${exercise}`)
    .name(xmlText(printable(`${id.slice(exercise.length + 1)}: ${title}`)))
    .time(inSeconds(claim.durationMs));
  switch (verdict) {
    case "pass":
      return;
    case "fail":
      if (claim.prerequisite) testCase.error(said, "prerequisite", text);
      else testCase.failure(said, "fail").stacktrace(text);
      return;
    case "inconclusive":
      testCase.error(said, "inconclusive", text);
      return;
    case "skipped":
      skip(testCase, said);
      return;
    case "deviation":
      testCase.standardOutput(`${wordsOf(lang).report.knownDeparture}\n${text}`);
  }
}

function inSeconds(ms: number): number {
  return Math.round(ms) / 1000;
}

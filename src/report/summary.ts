/** `summary.md`: what a CI job shows of a run. */
import { conclusion } from "./text/conclusion";
import { VERDICTS, type ClaimResult, type Verdict } from "../judge/results";
import type { Lang } from "../words/text";
import { wordsOf } from "../words/words";
import { brokerName, logName } from "./console/head";
import { MARKS } from "./marks";
import type { Report } from "./report";
import { quoteLine } from "./text/finding";
import { hundredths } from "./text/numbers";
import { grouped } from "./text/group";
import { html, markdown, printable } from "./text/printable";

export function summary(report: Report): string {
  const { results, lang } = report;
  const { text, verdict } = conclusion(report);
  return [
    `# ${MARKS[verdict]} ${results.tool.name} ${results.tool.version}`,
    "",
    `**${text}**`,
    "",
    ...about(report),
    "",
    ...sections(results.claims, lang),
    ...(["fail", "inconclusive", "deviation"] as const).flatMap((verdict) =>
      told(results.claims, verdict, lang),
    ),
    ...skipped(results.claims, lang),
    ...measured(report),
    ...observed(report),
    "",
  ].join("\n");
}

function about({ results, lang }: Report): string[] {
  const words = wordsOf(lang).report;
  const { target } = results;
  return [
    `- ${words.broker}${words.colon}${markdown(brokerName(target, words.versionUnknown))}`,
    `- ${words.log}${words.colon}${markdown(logName(target.logSource, words))}`,
    `- ${words.why}${words.colon}${markdown(target.why)}`,
  ];
}

function sections(claims: readonly ClaimResult[], lang: Lang): string[] {
  const words = wordsOf(lang).report;
  const count = (own: readonly ClaimResult[], verdict: Verdict) =>
    own.filter((claim) => claim.verdict === verdict).length || "";
  const rows = [...grouped(claims, (claim) => claim.section)].map(
    ([section, own]) => `| ${[section, ...VERDICTS.map((verdict) => count(own, verdict))].join(" | ")} |`,
  );
  const head = [
    words.sectionHeading,
    ...VERDICTS.map((verdict) => `${MARKS[verdict]} ${words.columns[verdict]}`),
  ];
  return [
    `| ${head.join(" | ")} |`,
    `|${" ---: |".repeat(head.length)}`.replace(" ---: |", " :--- |"),
    ...rows,
  ];
}

function told(
  claims: readonly ClaimResult[],
  verdict: "fail" | "inconclusive" | "deviation",
  lang: Lang,
): string[] {
  const own = claims.filter((claim) => claim.verdict === verdict);
  if (own.length === 0) return [];
  return ["", `## ${wordsOf(lang).report.headings[verdict]}`, ...own.flatMap((claim) => folded(claim, lang))];
}

function folded(claim: ClaimResult, lang: Lang): string[] {
  const words = wordsOf(lang).report;
  const rows = [
    [words.expected, claim.expected],
    [words.actual, claim.actual],
    [words.reason, claim.reason],
    [words.clause, claim.clause],
    [words.hint, claim.hint],
  ].flatMap(([label = "", text]) =>
    text === undefined ? [] : [`- **${label}**${words.colon}${markdown(text)}`],
  );
  return [
    "",
    `<details><summary>${MARKS[claim.verdict]} <code>${claim.id}</code> ${html(claim.title)}</summary>`,
    "",
    ...rows,
    "",
    ...(claim.evidence.length > 0
      ? fenced(claim.evidence.map((quote) => printable(quoteLine(quote, lang))))
      : []),
    "</details>",
  ];
}

/** A fence longer than any run of backticks within. */
function fenced(lines: readonly string[]): string[] {
  const longest = Math.max(2, ...lines.flatMap((line) => line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return [`${fence}text`, ...lines, fence, ""];
}

function skipped(claims: readonly ClaimResult[], lang: Lang): string[] {
  const own = claims.filter((claim) => claim.verdict === "skipped");
  if (own.length === 0) return [];
  const rows = [...grouped(own, (claim) => claim.reason ?? "")].map(
    ([reason, alike]) => `- ${alike.length}: ${markdown(reason)}`,
  );
  return ["", `## ${wordsOf(lang).report.headings.skipped}`, "", ...rows];
}

function measured({ results, lang }: Report): string[] {
  if (results.measurements.length === 0) return [];
  const words = wordsOf(lang).report;
  const { exercise, what, value } = words.measure;
  const rows = results.measurements.map(
    (one) =>
      `| ${one.exercise} | ${markdown(one.title)} | ${hundredths(one.value, lang)} ${markdown(one.unit)} |`,
  );
  return [
    "",
    `## ${words.measured}`,
    "",
    `| ${exercise} | ${what} | ${value} |`,
    "| :--- | :--- | ---: |",
    ...rows,
  ];
}

function observed({ results, lang }: Report): string[] {
  if (results.observations.length === 0) return [];
  const words = wordsOf(lang).report;
  const { exercise, what, value } = words.measure;
  const rows = results.observations.map(
    (one) => `| ${one.exercise} | ${markdown(one.title)} | ${markdown(one.value)} |`,
  );
  return [
    "",
    `## ${words.observed}`,
    "",
    `| ${exercise} | ${what} | ${value} |`,
    "| :--- | :--- | :--- |",
    ...rows,
  ];
}

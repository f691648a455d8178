/** What failed, departed or stayed undecided: each with what was expected, what was seen, and the evidence. */
import type { ClaimResult, Quote } from "../../judge/results";
import type { Lang } from "../../words/text";
import { wordsOf } from "../../words/words";
import { cut, padEnd, wrap, columns } from "../text/layout";
import { tenths } from "../text/numbers";
import { printable } from "../text/printable";
import { MARKS } from "../marks";
import { STYLES, type Paint } from "./paint";

/** In full; what goes beyond is only named, so that one cause in many places leaves a screen that can be read. */
const IN_FULL = 6;
const QUOTES = 5;
/** Of more than that, so many from the beginning; the others are the last. */
const FIRST = 2;
/** Columns of the longest source, `message`, and two spaces. */
const SOURCE = 9;

type Told = "fail" | "inconclusive" | "deviation";

export interface Setting {
  readonly lang: Lang;
  readonly paint: Paint;
  readonly width: number;
}

export function findings(claims: readonly ClaimResult[], verdict: Told, setting: Setting): string[] {
  const { paint, lang, width } = setting;
  const told = claims.filter((claim) => claim.verdict === verdict);
  if (told.length === 0) return [];
  const words = wordsOf(lang).report;
  const rest = told.slice(IN_FULL).map((claim) => claim.id);
  const others =
    rest.length > 0
      ? ["", paint.dim(`  ${wrap(`${words.others(rest.length)} ${rest.join("  ")}`, width, "  ")}`)]
      : [];
  const heading = paint.bold(paint[STYLES[verdict]](wrap(words.headings[verdict], width)));
  const tell = verdict === "deviation" ? departure : finding;
  return ["", heading, ...told.slice(0, IN_FULL).flatMap((claim) => tell(claim, setting)), ...others];
}

/** Nobody has to do anything about a known departure: what it is and where that is known from are enough. */
function departure(claim: ClaimResult, { paint, width }: Setting): string[] {
  const lines = [claim.title, claim.reason ?? ""].map(
    (text) => `    ${wrap(printable(text), width, "    ")}`,
  );
  return [
    `  ${paint[STYLES.deviation](MARKS.deviation)} ${paint.bold(claim.id)}`,
    lines[0] ?? "",
    paint.dim(lines[1] ?? ""),
  ];
}

function finding(claim: ClaimResult, setting: Setting): string[] {
  const { paint, lang, width } = setting;
  const words = wordsOf(lang).report;
  const { verdict } = claim;
  // The reason has said already what the run itself noted, and of a claim that was not examined the clause is idle.
  const open = verdict === "inconclusive";
  const evidence = open ? claim.evidence.filter(({ source }) => source !== "play") : claim.evidence;
  const mark = paint[STYLES[verdict]](MARKS[verdict]);
  const rows: [string, string | undefined][] = [
    [words.expected, claim.expected],
    [words.actual, claim.actual],
    [words.reason, claim.reason],
    [words.clause, open ? undefined : claim.clause],
    [words.hint, claim.hint],
  ];
  const labels = [...rows.map(([label]) => label), words.evidence];
  const indent = Math.max(...labels.map(columns)) + 6;
  const row = ([label, text]: [string, string | undefined]) =>
    text === undefined
      ? []
      : [paint.dim(padEnd(`    ${label}`, indent)) + wrap(printable(text), width, " ".repeat(indent))];
  return [
    `  ${mark} ${paint.bold(claim.id)}`,
    `    ${wrap(printable(claim.title), width, "    ")}`,
    ...rows.slice(0, 3).flatMap(row),
    ...quotes(evidence, words.evidence, indent, setting),
    ...rows.slice(3).flatMap(row),
  ];
}

function quotes(evidence: readonly Quote[], label: string, indent: number, setting: Setting): string[] {
  const { paint, lang, width } = setting;
  const { shown, left } = firstAndLast(evidence);
  const times = shown.map(({ at }) => `${tenths(at, lang)} ms`);
  const widest = Math.max(0, ...times.map(columns));
  const { more, sources } = wordsOf(lang).report;
  const told = shown.flatMap(({ source, text }, i) => {
    const lead = `${(times[i] ?? "").padStart(widest)}  ${padEnd(sources[source], SOURCE)}`;
    const [first = "", ...others] = atMostTwo(printable(text), width - indent - columns(lead));
    const lines = [paint.cyan(lead) + first, ...others.map((line) => " ".repeat(columns(lead)) + line)];
    return left > 0 && i === FIRST - 1 ? [...lines, paint.dim(more(left))] : lines;
  });
  return told.map(
    (line, i) => (i === 0 ? paint.dim(padEnd(`    ${label}`, indent)) : " ".repeat(indent)) + line,
  );
}

/** What led to the failure stands at the end, and what it was about at the beginning. */
function firstAndLast(evidence: readonly Quote[]): {
  readonly shown: readonly Quote[];
  readonly left: number;
} {
  if (evidence.length <= QUOTES) return { shown: evidence, left: 0 };
  const last = QUOTES - 1 - FIRST;
  return {
    shown: [...evidence.slice(0, FIRST), ...evidence.slice(-last)],
    left: evidence.length - FIRST - last,
  };
}

/** A PUBLISH ends with its topic, which must be seen; two lines hold it. */
function atMostTwo(text: string, width: number): readonly string[] {
  const [first = "", ...rest] = wrap(text, width).split("\n");
  return rest.length === 0 ? [first] : [first, cut(rest.join(" "), width)];
}

/** What `grade` says at its end: how the class fared, what waits for the teacher, what could not be graded. */
import { join } from "node:path";
import type { Complaint } from "../../judge/answers/decisions/file/read";
import { CLASS_FILES } from "../../report/grades/files";
import type { GradedSubmission } from "../../report/grades/grades";
import { pointsIn } from "../../report/grades/points";
import { classFigures } from "../../report/grades/statistics";
import type { About } from "../../report/grades/write";
import { wrap } from "../../report/text/layout";
import { printable } from "../../report/text/printable";
import type { Lang, Text } from "../../words/text";
import { wordsOf } from "../../words/words";

export interface Outcome {
  readonly about: About;
  readonly submissions: readonly GradedSubmission[];
  /** Graded in an earlier run. */
  readonly kept: number;
  /** Groups of submissions that are alike. */
  readonly alike: number;
  readonly waiting: { readonly waiting: number; readonly different: number };
  readonly decisions: string;
  readonly complaints: readonly Complaint[];
  readonly reports: string;
  /** What the teacher must be told of the files that were written. */
  readonly notes: readonly Text[];
}

const WIDTH = 100;
const REFUSED = 10;

export function screenOf(outcome: Outcome, lang: Lang): string {
  const { summary } = wordsOf(lang).cli.grade;
  const parts = [
    figures(outcome, lang),
    listed(summary.refused, refusals(outcome, lang)),
    listed(summary.badDecision, decisionsLeftOut(outcome, lang)),
    listed(
      summary.worksheet,
      outcome.notes.map((note) => note[lang]),
    ),
    toDo(outcome, lang),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function figures({ submissions: all, kept }: Outcome, lang: Lang): string {
  const { summary } = wordsOf(lang).cli.grade;
  const totals = all.map(({ refused, points, max: most, waiting }) =>
    refused === undefined ? { total: { points, max: most, waiting } } : {},
  );
  const { graded, submissions, mean, median, max } = classFigures(totals);
  const first = [summary.graded(graded, submissions), ...(kept === 0 ? [] : [summary.kept(kept)])].join(", ");
  if (mean === null || median === null) return first;
  const numbers = [mean, median, max].map((points) => pointsIn(lang, points)) as [string, string, string];
  return `${first}\n${summary.mean(...numbers)}`;
}

function refusals({ submissions }: Outcome, lang: Lang): readonly string[] {
  const refused = submissions.flatMap(({ id, refused: why }) => (why ? [`${id}: ${why[lang]}`] : []));
  const rest = refused.length - REFUSED;
  return rest > 0 ? [...refused.slice(0, REFUSED), wordsOf(lang).cli.grade.summary.more(rest)] : refused;
}

function decisionsLeftOut({ complaints, decisions }: Outcome, lang: Lang): readonly string[] {
  return complaints.map(({ line, column, what }) => `${decisions}:${line}:${column}: ${what[lang]}`);
}

function toDo({ submissions, alike, waiting, decisions, reports }: Outcome, lang: Lang): string {
  const { summary } = wordsOf(lang).cli.grade;
  const decided = submissions
    .flatMap(({ marks }) => marks)
    .filter((mark) => mark.decided !== undefined).length;
  return [
    ...(decided === 0 ? [] : [summary.decided(decided)]),
    ...(waiting.waiting === 0
      ? []
      : [`${summary.waiting(waiting.waiting, waiting.different)}. ${summary.decide(decisions)}`]),
    ...(alike === 0 ? [] : [summary.alike(alike)]),
    summary.page(join(reports, CLASS_FILES.page)),
  ].join("\n");
}

function listed(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  return [title, ...lines.map((line) => `  ${wrap(printable(line), WIDTH, "    ")}`)].join("\n");
}

/** What `grade` says at its end: how the class fared, what waits for the teacher, what could not be graded. */
import { join } from "node:path";
import { CLASS_FILES } from "../../report/grades/files";
import { pointsIn } from "../../report/grades/points";
import { wrap } from "../../report/text/layout";
import { printable } from "../../report/text/printable";
import type { Lang } from "../../words/text";
import { wordsOf } from "../../words/words";
import type { Outcome } from "./class";
import type { Summary } from "./summary";

/** Where the teacher finds what there is to do. */
export interface Places {
  readonly decisions: string;
  readonly reports: string;
}

const WIDTH = 100;
const REFUSED = 10;

export function screenOf(
  { summary, kept }: Pick<Outcome, "summary" | "kept">,
  places: Places,
  lang: Lang,
): string {
  const words = wordsOf(lang).cli.grade.summary;
  const parts = [
    figures(summary, kept, lang),
    listed(words.refused, refusals(summary, lang)),
    listed(words.badDecision, decisionsLeftOut(summary, places, lang)),
    listed(
      words.worksheet,
      summary.notes.map((note) => note[lang]),
    ),
    toDo(summary, places, lang),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function figures({ graded, submissions, mean, median, max }: Summary, kept: number, lang: Lang): string {
  const words = wordsOf(lang).cli.grade.summary;
  const first = [words.graded(graded, submissions), ...(kept === 0 ? [] : [words.kept(kept)])].join(", ");
  if (mean === null || median === null) return first;
  const numbers = [mean, median, max].map((points) => pointsIn(lang, points)) as [string, string, string];
  return `${first}\n${words.mean(...numbers)}`;
}

function refusals({ refused }: Summary, lang: Lang): readonly string[] {
  const lines = refused.map(({ id, why }) => `${id}: ${why[lang]}`);
  const rest = lines.length - REFUSED;
  return rest > 0 ? [...lines.slice(0, REFUSED), wordsOf(lang).cli.grade.summary.more(rest)] : lines;
}

function decisionsLeftOut({ complaints }: Summary, { decisions }: Places, lang: Lang): readonly string[] {
  return complaints.map(({ line, column, what }) => `${decisions}:${line}:${column}: ${what[lang]}`);
}

function toDo(
  { decided, waiting, different, alike }: Summary,
  { decisions, reports }: Places,
  lang: Lang,
): string {
  const words = wordsOf(lang).cli.grade.summary;
  return [
    ...(decided === 0 ? [] : [words.decided(decided)]),
    ...(waiting === 0 ? [] : [`${words.waiting(waiting, different)}. ${words.decide(decisions)}`]),
    ...(alike === 0 ? [] : [words.alike(alike)]),
    words.page(join(reports, CLASS_FILES.page)),
  ].join("\n");
}

function listed(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  return [title, ...lines.map((line) => `  ${wrap(printable(line), WIDTH, "    ")}`)].join("\n");
}

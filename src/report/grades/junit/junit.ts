/**
 * `junit.xml` of a class: a student a suite, a question a case. A `failure` is an answer that is not right; what could not
 * be read is an `error`; what nobody has decided yet is skipped, with the reason. It has no times, so the same class
 * gives the same bytes.
 */
import builder, { type TestSuite } from "junit-report-builder";
import type { Outcome } from "../../../judge/answers/mark";
import type { Lang } from "../../../words/text";
import { wordsOf } from "../../../words/words";
import { skip } from "../../junit/skip";
import { cdataText } from "../../text/printable";
import { nameOf } from "../name";
import { plain, saidOf, saidOfSheet, titleOf, verdictOn } from "../said";
import type { Seen, SeenMark } from "../visibility";

/** A student's part of the document. */
export interface Suite {
  readonly xml: string;
  readonly counts: Counts;
}

/** Of the document's cases. */
export interface Counts {
  readonly tests: number;
  readonly failure: number;
  readonly error: number;
  readonly skipped: number;
}

export const NO_CASES: Counts = { tests: 0, failure: 0, error: 0, skipped: 0 };

export function gradesJunit(tool: string, submissions: readonly Seen[], lang: Lang): string[] {
  const suites = submissions.map((seen) => junitSuite(seen, lang));
  const counts = suites.reduce((sum, suite) => added(sum, suite.counts), NO_CASES);
  return [
    ...junitDocument(
      tool,
      suites.map(({ xml }) => xml),
      counts,
    ),
  ];
}

/** @returns its pieces, a suite at a time: a class of a thousand has more than ten megabytes of them */
export function* junitDocument(tool: string, suites: Iterable<string>, counts: Counts): Generator<string> {
  const head = builder.newBuilder().name(tool).build();
  const { tests, failure, error, skipped } = counts;
  const sums = `tests="${tests}" failures="${failure}" errors="${error}" skipped="${skipped}"`;
  yield `${head.replace(ROOT, (_, named: string) => `<testsuites${named} ${sums}>`)}\n`;
  yield* suites;
  yield "</testsuites>\n";
}

/** @param seen what may be seen of a submission */
export function junitSuite(seen: Seen, lang: Lang): Suite {
  const root = builder.newBuilder();
  addSuite(root.testSuite(), seen, lang);
  return { xml: `${suiteOf(root.build())}\n`, counts: countsOf(seen) };
}

export function added(sum: Counts, more: Counts): Counts {
  return {
    tests: sum.tests + more.tests,
    failure: sum.failure + more.failure,
    error: sum.error + more.error,
    skipped: sum.skipped + more.skipped,
  };
}

const ROOT = /<testsuites((?: name="[^"]*")?)[^>]*\/>/;

/** What a case of each outcome holds. */
const ELEMENTS: Readonly<Record<Outcome, "failure" | "error" | "skipped" | undefined>> = {
  right: undefined,
  partly: "failure",
  wrong: "failure",
  blank: "failure",
  ungradable: "error",
  teacher: "skipped",
  noted: "skipped",
};

function countsOf({ marks, refused }: Seen): Counts {
  const isRefused = refused !== undefined;
  const counts = { ...NO_CASES, tests: marks.length + (isRefused ? 1 : 0), error: isRefused ? 1 : 0 };
  for (const { outcome } of marks) {
    const element = ELEMENTS[outcome];
    if (element !== undefined) counts[element] += 1;
  }
  return counts;
}

/** The suite as it stands in its document. */
function suiteOf(document: string): string {
  const [root = ""] = /<testsuites[^>]*>/.exec(document) ?? [];
  const from = document.indexOf(root) + root.length;
  return document.slice(from, document.lastIndexOf("</testsuites>")).replace(/^\n|\n$/g, "");
}

function addSuite(suite: TestSuite, seen: Seen, lang: Lang): void {
  const words = wordsOf(lang).grades;
  const isNamed = seen.student.name.trim() !== "";
  suite.name(oneLine(isNamed ? `${nameOf(seen, words)} (${seen.id})` : nameOf(seen, words)));
  if (seen.total !== undefined) {
    suite.property("points", String(seen.total.points));
    suite.property("max_points", String(seen.total.max));
  }
  // Readers tell cases apart by class and name, so the class is the student.
  const className = oneLine(seen.id);
  if (seen.refused !== undefined) {
    const said = saidOfSheet(seen, lang).join("\n");
    const sheet = suite.testCase().className(className).name(words.sheet);
    sheet.error(oneLine(said), "refused", cdataText(said));
  }
  for (const mark of seen.marks) addCase(suite, className, mark, lang);
}

function addCase(suite: TestSuite, className: string, mark: SeenMark, lang: Lang): void {
  const verdict = verdictOn(mark, lang);
  const text = cdataText([verdict, ...saidOf(mark, lang)].join("\n"));
  const testCase = suite
    .testCase()
    .className(className)
    .name(oneLine(titleOf(mark, lang)));
  switch (ELEMENTS[mark.outcome]) {
    case undefined:
      return;
    case "failure":
      testCase.failure(oneLine(verdict), mark.outcome).stacktrace(text);
      return;
    case "error":
      testCase.error(oneLine(verdict), mark.outcome, text);
      return;
    case "skipped":
      skip(testCase, oneLine(text));
  }
}

function oneLine(text: string): string {
  const line = plain(text);
  return line.includes("\n") ? line.replace(/\n+/g, " ") : line;
}

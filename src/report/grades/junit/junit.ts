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

/**
 * @param submissions what may be seen of each, in order; asked for twice
 * @returns its pieces, a suite at a time: a class of a thousand has more than ten megabytes of them
 */
export function* gradesJunit(tool: string, submissions: Iterable<Seen>, lang: Lang): Generator<string> {
  const head = builder.newBuilder().name(tool).build();
  const counts = countsOf(submissions);
  yield `${head.replace(ROOT, (_, named: string) => `<testsuites${named} ${counts}>`)}\n`;
  for (const seen of submissions) {
    const root = builder.newBuilder();
    addSuite(root.testSuite(), seen, lang);
    yield `${suiteOf(root.build())}\n`;
  }
  yield "</testsuites>\n";
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

/** Of the document's root, as attributes. */
function countsOf(submissions: Iterable<Seen>): string {
  const counts = { tests: 0, failure: 0, error: 0, skipped: 0 };
  for (const { marks, refused } of submissions) {
    counts.tests += marks.length + (refused === undefined ? 0 : 1);
    if (refused !== undefined) counts.error += 1;
    for (const { outcome } of marks) {
      const element = ELEMENTS[outcome];
      if (element !== undefined) counts[element] += 1;
    }
  }
  const { tests, failure, error, skipped } = counts;
  return `tests="${tests}" failures="${failure}" errors="${error}" skipped="${skipped}"`;
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

/**
 * `junit.xml` of a class: a student a suite, a question a case. A `failure` is an answer that is not right; what could not
 * be read is an `error`; what nobody has decided yet is skipped, with the reason. It has no times, so the same class
 * gives the same bytes.
 */
import builder, { type TestSuite } from "junit-report-builder";
import type { Lang } from "../../../words/text";
import { wordsOf } from "../../../words/words";
import { skip } from "../../junit/skip";
import { cdataText } from "../../text/printable";
import { nameOf } from "../name";
import { plain, saidOf, saidOfSheet, titleOf, verdictOn } from "../said";
import type { Seen, SeenMark } from "../visibility";

/** @param submissions what may be seen of each, in order */
export function gradesJunit(tool: string, submissions: readonly Seen[], lang: Lang): string {
  const root = builder.newBuilder().name(tool);
  for (const seen of submissions) addSuite(root.testSuite(), seen, lang);
  return `${root.build()}\n`;
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
  switch (mark.outcome) {
    case "right":
      return;
    case "partly":
    case "wrong":
    case "blank":
      testCase.failure(oneLine(verdict), mark.outcome).stacktrace(text);
      return;
    case "ungradable":
      testCase.error(oneLine(verdict), mark.outcome, text);
      return;
    case "teacher":
    case "noted":
      skip(testCase, oneLine(text));
  }
}

function oneLine(text: string): string {
  const line = plain(text);
  return line.includes("\n") ? line.replace(/\n+/g, " ") : line;
}

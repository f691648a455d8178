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

/**
 * @param submissions what may be seen of each, in order
 * @returns its pieces
 */
export function gradesJunit(tool: string, submissions: Iterable<Seen>, lang: Lang): readonly string[] {
  // One at a time: the tree of a thousand would take more memory than the class.
  const parts = Array.from(submissions, (seen) => {
    const root = builder.newBuilder();
    addSuite(root.testSuite(), seen, lang);
    return partsOf(root.build());
  });
  const sum = (name: string) => parts.reduce((all, { counts }) => all + Number(counts.get(name) ?? 0), 0);
  const counts = COUNTS.map((name) => `${name}="${sum(name)}"`).join(" ");
  const head = builder.newBuilder().name(tool).build();
  const opened = head.replace(ROOT, (_, named: string) => `<testsuites${named} ${counts}>`);
  return [`${opened}\n`, ...parts.map(({ suite }) => `${suite}\n`), "</testsuites>\n"];
}

const COUNTS = ["tests", "failures", "errors", "skipped"];
const ROOT = /<testsuites((?: name="[^"]*")?)[^>]*\/>/;

interface Parts {
  /** The suite as it stands in its document. */
  readonly suite: string;
  /** Of the document's root. */
  readonly counts: ReadonlyMap<string, string>;
}

/** Takes apart a document of one suite. */
function partsOf(document: string): Parts {
  const [root = ""] = /<testsuites[^>]*>/.exec(document) ?? [];
  const from = document.indexOf(root) + root.length;
  const suite = document.slice(from, document.lastIndexOf("</testsuites>")).replace(/^\n|\n$/g, "");
  const counts = [...root.matchAll(/ (\w+)="(\d+)"/g)].map(
    ([, name = "", count = ""]) => [name, count] as const,
  );
  return { suite, counts: new Map(counts) };
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

/**
 * `results.json`, which a Gradescope autograder leaves in `/autograder/results`. Gradescope holds the scores itself and
 * keeps them from students until they are published, so they stand in it before that too, under `after_published`.
 */
import type { Lang } from "../../../words/text";
import { wordsOf } from "../../../words/words";
import { visibleJson } from "../../text/printable";
import { pointsIn } from "../points";
import { saidOf, saidOfSheet, titleOf, verdictOn } from "../said";
import type { gradescopeVisibility, Seen, SeenMark } from "../visibility";

type Visibility = ReturnType<typeof gradescopeVisibility>;

/**
 * @param seen what the student may see once the marks are published
 * @param visibility whether they are
 */
export function gradescopeResults(seen: Seen, visibility: Visibility, lang: Lang): string {
  const results = {
    // Without a score Gradescope says that the autograder failed. A refusal is told at once, since it can be mended.
    score: seen.total?.points ?? 0,
    output: saidOfSheet(seen, lang).join("\n"),
    output_format: "text",
    test_output_format: "text",
    test_name_format: "text",
    visibility: seen.refused === undefined ? visibility : "visible",
    stdout_visibility: "hidden",
    tests: seen.marks.map((mark) => testOf(mark, visibility, lang)),
  };
  return `${visibleJson(JSON.stringify(results, null, 2))}\n`;
}

function testOf(mark: SeenMark, visibility: Visibility, lang: Lang): object {
  const { question, points, max } = mark;
  const isOpen = points === undefined || points === null;
  const output = [verdictOn(mark, lang), ...saidOf(mark, lang)];
  return {
    name: titleOf(mark, lang),
    // An answer that nobody has decided has neither earned points nor lost them: it has no score, and no status.
    ...(isOpen ? {} : { score: points, max_score: max, status: points >= max ? "passed" : "failed" }),
    output: (isOpen ? [...output, wordsOf(lang).grades.worth(pointsIn(lang, max))] : output).join("\n"),
    tags: [question.section],
    visibility,
  };
}

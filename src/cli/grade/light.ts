/** What a class of a thousand is held in memory as: without what was written where nobody will read it again, each sentence once. */
import { hashOf } from "../../judge/answers/submission/written";
import type { Text } from "../../words/text";
import type { GradedSubmission } from "../../report/grades/grades";

/** @returns makes submissions light, once everything of their own has been written */
export function lightener(): (submission: GradedSubmission) => GradedSubmission {
  const known = new Map<string, Text>();
  const shared = (text: Text) => {
    const key = `${text.en}\0${text.fr}`;
    const same = known.get(key);
    if (same === undefined) known.set(key, text);
    return same ?? text;
  };
  const rules = new Map<string, readonly string[]>();
  const sharedRules = (all: readonly string[]) => {
    const key = all.join("\0");
    const same = rules.get(key);
    if (same === undefined) rules.set(key, all);
    return same ?? all;
  };
  return (submission) => ({
    ...submission,
    marks: submission.marks.map((mark) => ({
      ...mark,
      reasons: mark.reasons.map(shared),
      tells: mark.tells.map(shared),
      rules: sharedRules(mark.rules),
      hash: hashOf(mark.written),
      // Answers that wait are shown to the teacher.
      written: mark.points === null ? mark.written : NOTHING,
    })),
  });
}

const NOTHING: readonly never[] = [];

/** What a class of a thousand is held in memory as: without what was written where nobody will read it again, each sentence once. */
import { hashOf } from "../../judge/answers/submission/written";
import type { Text } from "../../words/text";
import type { FinalMark, GradedSubmission } from "../../report/grades/grades";

/** @returns makes submissions light, once everything of their own has been written */
export function lightener(): (submission: GradedSubmission) => GradedSubmission {
  const texts = once((text: Text) => `${text.en}\0${text.fr}`);
  const lists = once((list: readonly Text[]) => list.map((text) => texts.number(text)).join());
  const rules = once((list: readonly string[]) => list.join("\0"));
  const light = (mark: FinalMark): FinalMark => {
    const { question, outcome, points, max, decided } = mark;
    // Field by field: a copy of an object that JSON was read into has, in V8, a shape of its own, which takes more than the object.
    const lightened = {
      question,
      outcome,
      points,
      max,
      reasons: lists.same(mark.reasons),
      tells: lists.same(mark.tells),
      rules: rules.same(mark.rules),
      hash: hashOf(mark.written),
      // Answers that wait are shown to the teacher.
      written: points === null ? mark.written : NOTHING,
    };
    return decided === undefined ? lightened : { ...lightened, decided };
  };
  return (submission) => ({ ...submission, marks: submission.marks.map(light) });
}

/** Of values that are the same by their key: the first one, and its number. */
function once<Value>(keyOf: (value: Value) => string) {
  const known = new Map<string, { readonly value: Value; readonly number: number }>();
  const entry = (value: Value) => {
    const key = keyOf(value);
    const before = known.get(key) ?? { value, number: known.size };
    known.set(key, before);
    return before;
  };
  return { same: (value: Value) => entry(value).value, number: (value: Value) => entry(value).number };
}

const NOTHING: readonly never[] = [];

/** The sheet that a student handed in, or why there is none to grade. */
import { readSheet } from "../../../judge/answers/sheet/read";
import { isSheet } from "../../../judge/answers/submission/recognise";
import type { SheetQuestion } from "../../../judge/answers/question";
import type { Text } from "../../../words/text";
import { withFiles, type Handed } from "./class";
import { findSheet, type FoundSheet, type Recognition } from "./find-sheet";
import { refusalOf } from "./refusal";

/** @param ids of all questions that there are, whichever are graded */
export function recognition(questions: readonly SheetQuestion[], ids: ReadonlySet<string>): Recognition {
  return {
    isSheet: (source) => isSheet(source, ids),
    isBlank: ({ source, path }) => isBlank(source, path, questions),
  };
}

function isBlank(source: string, path: string, questions: readonly SheetQuestion[]): boolean {
  const { answers, problems } = readSheet(source, path, questions);
  const written = [...answers.values()].flatMap(({ answer, excerpt, commands }) => [
    answer,
    excerpt,
    commands,
  ]);
  return problems.length === 0 && written.every((part) => (part?.text.trim() ?? "") === "");
}

/** Never rejects: whatever is wrong with one submission is no reason to stop the others. */
export async function sheetOf(
  handed: Handed,
  rules: Recognition,
): Promise<FoundSheet | { readonly refused: Text }> {
  try {
    return await withFiles(handed, (files) => findSheet(files, rules));
  } catch (error) {
    return { refused: refusalOf(error) };
  }
}

/** Sheets for the tests beside this file. */
import type { Answer, Sheet } from "../answer";
import { sheetQuestions } from "../questions/questions";
import { readSheet } from "./read";

export const QUESTIONS = sheetQuestions();

export function read(source: string, name = "sheet.yaml"): Sheet {
  return readSheet(source, name, QUESTIONS);
}

/** The answers that are not blank, each part as `line:column text`. */
export function filled({ answers }: Sheet): Record<string, Record<string, string>> {
  const all = [...answers].map(([id, answer]) => [id, partsOf(answer)] as const);
  return Object.fromEntries(all.filter(([, parts]) => Object.keys(parts).length > 0));
}

function partsOf(answer: Answer): Record<string, string> {
  return Object.fromEntries(
    Object.entries(answer as unknown as Record<string, Answer["answer"]>)
      .filter(([, { text }]) => text !== "")
      .map(([part, { line, column, text }]) => [part, `${line}:${column} ${text}`]),
  );
}

/** `line:column question: sentence`; harmless ones have none, and those of the whole sheet have `*`. */
export function told({ problems }: Sheet): string[] {
  return problems.map(({ line, column, what, question = "*", harmless }) => {
    const of = harmless ? "" : `${question} `;
    return `${line}:${column} ${of}${what.en}`;
  });
}

/**
 * The project's own questions, from `fixtures/sheet/`, in the order of the lab sheet. JSON, since `check` has half a second
 * and parsing the same in YAML takes a third of that. What a teacher's file is held against, these are held against by a test.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SheetQuestion } from "../question";
import { sectionOf } from "./section";

export const FOLDER = join(__dirname, "../../../../fixtures/sheet");
export const SECTIONS = ["2.3", "2.4", "2.5", "3", "4", "4.1", "5.3", "6.1"];

/** Reads them once for a process. */
export function ownQuestions(): readonly SheetQuestion[] {
  return (kept ??= SECTIONS.flatMap(questionsOf));
}

let kept: readonly SheetQuestion[] | undefined;

function questionsOf(section: string): SheetQuestion[] {
  const data = JSON.parse(readFileSync(join(FOLDER, `${section}.json`), "utf8")) as SheetQuestion[];
  return data.map((question) => ({ ...question, section: sectionOf(question.id) }));
}

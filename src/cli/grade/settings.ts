/** What a class is to be graded with, from the command line and the environment. */
import { readFile, realpath, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { relative, resolve } from "node:path";
import { sheetText } from "../../judge/answers/sheet/source";
import { ownQuestions } from "../../judge/answers/questions/own";
import type { SheetQuestion } from "../../judge/answers/question";
import type { ClassOptions } from "../../report/grades/write";
import type { Invocation } from "../commands";
import { asEnvironment } from "../flag-table";
import { givenLog } from "../given-log";
import { askedQuestions } from "../questions-file";
import { userError } from "../user-error";
import { usualPlace } from "./decided";
import { GRADE, type GradeGiven } from "./flags";
import type { Ingredients } from "./material";
import { truthAt } from "./truth";
import { unreadable } from "./unreadable";

export interface GradeSettings {
  /** Folder, archive or sheet. */
  readonly class: string;
  readonly reports: string;
  readonly decisions: string;
  readonly since?: string;
  readonly ingredients: Ingredients;
  /** By id: those that are asked, and the project's own besides. */
  readonly byId: ReadonlyMap<string, SheetQuestion>;
  readonly options: ClassOptions;
  readonly workers: number;
}

const REPORTS = "reports/grades";
const MOST_WORKERS = 64;
/** More use more memory than they save time. One core is for what writes the reports meanwhile. */
const USUAL_WORKERS = 8;

/** @throws UserError, or an error with a text of its own, for the first thing that cannot be taken */
export async function gradeSettings(
  folder: string,
  given: GradeGiven,
  { env, lang }: Pick<Invocation, "env" | "lang">,
): Promise<GradeSettings> {
  const set = asEnvironment(GRADE, given, env);
  const isFolder = await isDirectory(folder);
  const reports = set.TP_REPORTS || REPORTS;
  if (isFolder && (await isWithin(reports, folder))) throw userError(({ grade }) => grade.inTheWay(reports));
  const questions = askedQuestions(set.TP_QUESTIONS);
  const log = await givenLog(set, lang);
  const { TP_WORKSHEET: worksheet, TP_SINCE: since, TP_PUBLISH: publish } = set;
  return {
    class: folder,
    reports,
    decisions: set.TP_DECISIONS || usualPlace(folder, isFolder),
    ...(since ? { since } : {}),
    ingredients: {
      questions,
      truth: truthAt(set.TP_TRUTH, questions),
      ...(log === undefined ? {} : { log: log.table }),
    },
    byId: new Map([...ownQuestions(), ...questions].map((question) => [question.id, question])),
    options: {
      release: { published: Boolean(publish), reveal: publish === "points" ? "points" : "reasons" },
      ...(worksheet ? { worksheet: await textAt(worksheet) } : {}),
    },
    workers: workersOf(set.TP_WORKERS),
  };
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** Its pages would be taken for submissions by the next run. */
async function isWithin(reports: string, folder: string): Promise<boolean> {
  const [inner, outer] = await Promise.all(
    [reports, folder].map((path) => realpath(path).catch(() => resolve(path))),
  );
  const way = relative(outer ?? "", inner ?? "");
  return way === "" || !(way.startsWith("..") || resolve(way) === way);
}

async function textAt(path: string): Promise<string> {
  try {
    return sheetText(await readFile(path));
  } catch (error) {
    throw unreadable(path, error);
  }
}

function workersOf(given: string | undefined): number {
  if (!given) return Math.max(1, Math.min(USUAL_WORKERS, availableParallelism() - 1));
  const workers = /^\d{1,2}$/.test(given) ? Number(given) : 0;
  if (workers < 1 || workers > MOST_WORKERS) throw userError(({ grade }) => grade.badWorkers(given));
  return workers;
}

/** A sheet, judged for its student: what can be known at once, and what a broker or its log adds to it. */
import { proseRubric } from "../../judge/answers/prose/rubric";
import type { Sheet } from "../../judge/answers/answer";
import type { LogIndex } from "../../judge/answers/log-index";
import type { Mark } from "../../judge/answers/mark";
import { markSheet } from "../../judge/answers/mark-sheet";
import type { SheetQuestion } from "../../judge/answers/question";
import type { Truth } from "../../judge/answers/truth/fact";
import { truthOf } from "../../judge/answers/truth/load";
import type { Text } from "../../words/text";
import type { Invocation } from "../commands";
import { lazily } from "../lazily";
import type * as GivenLog from "../given-log";
import type * as Live from "./live/live";

export interface Judgement {
  /** A mark a question, in their order. */
  readonly marks: readonly Mark[];
  readonly notes: readonly Text[];
}

interface Given {
  readonly sheet: Sheet;
  readonly questions: readonly SheetQuestion[];
  readonly isLive: boolean;
}

/** @throws what has a text for its user, when a log cannot be read or a broker is not to be had */
export async function judged(
  { sheet, questions, isLive }: Given,
  invocation: Pick<Invocation, "env" | "lang" | "stderr">,
): Promise<Judgement> {
  const log = await logOf(invocation);
  const recorded = truthOf();
  if (!isLive) return { marks: marksOf(sheet, questions, { truth: recorded, log }), notes: [] };
  const { live, withDeliveries } = lazily<typeof Live>("./check/live/live");
  const { truth, deliveries, notes } = await live({ sheet, questions }, recorded, invocation);
  const marks = marksOf(sheet, questions, { truth, log });
  return { marks: marks.map((mark) => withDeliveries(mark, deliveries)), notes };
}

async function logOf({ env, lang }: Pick<Invocation, "env" | "lang">): Promise<LogIndex | undefined> {
  if (!env.TP_LOG_FILE && !env.TP_SSH) return undefined;
  return lazily<typeof GivenLog>("./given-log").givenLog(env, lang);
}

function marksOf(
  sheet: Sheet,
  questions: readonly SheetQuestion[],
  { truth, log }: { readonly truth: Truth; readonly log: LogIndex | undefined },
): readonly Mark[] {
  return markSheet(sheet, questions, {
    // Read when the first answer in sentences is judged: many a sheet has none yet.
    get rubric() {
      return proseRubric();
    },
    truth,
    student: sheet.student,
    ...(log === undefined ? {} : { log }),
  });
}

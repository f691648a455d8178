/**
 * Who may see what of a graded submission. Every report on a class takes what it shows from `seen`, so that there is one
 * place to look at, and one to get wrong. Why it is so: `decisions/013-who-sees-what.md`.
 */
import type { Problem, Student } from "../../judge/answers/answer";
import type { Outcome } from "../../judge/answers/mark";
import type { SheetQuestion } from "../../judge/answers/question";
import type { Text } from "../../words/text";
import type { FinalMark, GradedSubmission } from "./grades";

/** What students are told once the marks are published: points alone, or the reasons with them. */
export type Reveal = "points" | "reasons";

export interface Release {
  readonly published: boolean;
  readonly reveal: Reveal;
}

/** Whose eyes: the teacher's, a student's `before` the marks are published, a student's afterwards. */
export type View = "teacher" | "before" | Reveal;

export function studentView({ published, reveal }: Release): View {
  return published ? reveal : "before";
}

/** A question without its truth, its rubric and its hints. */
export type SeenQuestion = Pick<SheetQuestion, "id" | "section" | "asks" | "points" | "kind">;

export interface SeenMark extends Pick<FinalMark, "tells" | "written" | "max"> {
  readonly question: SeenQuestion;
  readonly outcome: Outcome;
  /** Absent where they may not be seen; nothing where there are none yet. */
  readonly points?: number | null;
  /** Empty where they may not be seen. */
  readonly reasons: readonly Text[];
  readonly rules: readonly string[];
  /** What the teacher wrote when deciding. */
  readonly note?: string;
  /** Where to look, for an answer that is seen not to be right yet. Not for the teacher. */
  readonly hint?: Text;
}

export interface Seen {
  readonly id: string;
  readonly student: Student;
  readonly file?: string;
  readonly refused?: Text;
  readonly problems: readonly Problem[];
  readonly marks: readonly SeenMark[];
  /** Absent where it may not be seen: it would tell what the marks do not. */
  readonly total?: { readonly points: number; readonly max: number; readonly waiting: number };
}

/**
 * | | before | points | reasons | teacher |
 * |---|---|---|---|---|
 * | own answers, tells, what could not be read | yes | yes | yes | yes |
 * | outcome | what `check` says | yes | yes | yes |
 * | points and total | | yes | yes | yes |
 * | reasons, rules, the teacher's note | | | yes (no rules) | yes |
 * | where to look | where not right | where not right | where not right | |
 *
 * What `check` says is the outcome, but of a choice only that it is noted (one could try them all), and of an answer on
 * which the teacher decided only that the teacher reads it. Tells and hints never depend on what is hidden.
 */
export function seen(submission: GradedSubmission, questions: readonly SheetQuestion[], view: View): Seen {
  const { id, student, file, refused, problems, points, max, waiting } = submission;
  const byId = questionsById(questions);
  return {
    id,
    student,
    ...(file === undefined ? {} : { file }),
    ...(refused === undefined ? {} : { refused }),
    problems,
    marks: submission.marks.map((mark) => {
      const question = byId.get(mark.question);
      if (question === undefined) throw new Error(`a mark of ${mark.question}, which is not on the sheet`);
      return seenMark(mark, question, view);
    }),
    ...(view === "before" || refused !== undefined ? {} : { total: { points, max, waiting } }),
  };
}

const BY_ID = new WeakMap<readonly SheetQuestion[], ReadonlyMap<string, SheetQuestion>>();

/** The same for every student, so it is made once. */
function questionsById(questions: readonly SheetQuestion[]): ReadonlyMap<string, SheetQuestion> {
  const known = BY_ID.get(questions) ?? new Map(questions.map((question) => [question.id, question]));
  BY_ID.set(questions, known);
  return known;
}

function seenMark(mark: FinalMark, question: SheetQuestion, view: View): SeenMark {
  const { id, section, asks, points, kind } = question;
  const outcome = view === "before" ? outcomeBefore(mark, question) : outcomeOf(mark);
  const isExplained = view === "reasons" || view === "teacher";
  const hint = question.hints[0];
  const isHinted = view !== "teacher" && (outcome === "partly" || outcome === "wrong");
  return {
    question: { id, section, asks, points, kind },
    outcome,
    max: mark.max,
    tells: mark.tells,
    written: mark.written,
    ...(view === "before" ? {} : { points: mark.points }),
    reasons: isExplained ? mark.reasons : [],
    rules: view === "teacher" ? mark.rules : [],
    ...(isExplained && mark.decided?.note !== undefined ? { note: mark.decided.note } : {}),
    ...(isHinted && hint !== undefined ? { hint } : {}),
  };
}

function outcomeBefore({ outcome, decided }: FinalMark, { kind }: SheetQuestion): Outcome {
  if (outcome === "blank" || outcome === "ungradable") return outcome;
  if (kind === "choice") return "noted";
  return decided === undefined ? outcome : "teacher";
}

/**
 * The hints that a student who asks for them may see. Whether there are any must tell nothing that the outcome does not:
 * of a choice there are, right or not.
 * @param outcome as `seen` shows it
 * @param rung how far up they have asked
 */
export function hintsSeen({ hints }: SheetQuestion, outcome: Outcome, rung: number): readonly Text[] {
  return isHelped(outcome) ? hints.slice(0, rung) : [];
}

/** What is right needs no hint, and what cannot be read must be mended first. */
export function isHelped(outcome: Outcome): boolean {
  return outcome !== "right" && outcome !== "ungradable";
}

/** What was only noted is settled by its points. */
function outcomeOf({ outcome, points, max }: FinalMark): Outcome {
  if (outcome !== "noted") return outcome;
  if (points === null) return "teacher";
  if (points >= max) return "right";
  return points > 0 ? "partly" : "wrong";
}

/** Gradescope keeps scores back until then. Never `hidden`: such tests it counts, and the total then tells what they hide. */
export function gradescopeVisibility(view: View): "visible" | "after_published" {
  return view === "before" ? "after_published" : "visible";
}

/** Answers that wait for the teacher; those that are the same are read once. */
import type { Seen, SeenMark, SeenQuestion } from "./visibility";
import { grouped } from "../text/group";

export interface WaitingAnswer {
  readonly written: SeenMark["written"];
  readonly reasons: SeenMark["reasons"];
  /** Who wrote it. */
  readonly by: readonly Seen[];
}

export interface WaitingQuestion {
  readonly question: SeenQuestion;
  /** What many wrote first. */
  readonly answers: readonly WaitingAnswer[];
}

export function waitingAnswers(submissions: readonly Seen[]): WaitingQuestion[] {
  const waiting = submissions.flatMap((by) =>
    by.marks.filter(({ outcome }) => outcome === "teacher").map((mark) => ({ by, mark })),
  );
  return [...grouped(waiting, ({ mark }) => mark.question.id).values()].flatMap((ofQuestion) => {
    const question = ofQuestion[0]?.mark.question;
    if (question === undefined) return [];
    const answers = [...grouped(ofQuestion, ({ mark }) => sameness(mark)).values()].flatMap((same) => {
      const mark = same[0]?.mark;
      return mark === undefined
        ? []
        : [{ written: mark.written, reasons: mark.reasons, by: same.map(({ by }) => by) }];
    });
    return [{ question, answers: answers.sort((a, b) => b.by.length - a.by.length) }];
  });
}

/** Answers are the same where they differ in spaces only. */
function sameness({ written }: SeenMark): string {
  return JSON.stringify(
    written.map(({ place, text }) => [place, text.normalize("NFC").replace(/\s+/g, " ").trim()]),
  );
}

/** A class while it is graded: what is kept of each submission once its own files are written. */
import { excerptLines } from "../../judge/answers/likeness/excerpts";
import { likenesses, type Alike } from "../../judge/answers/likeness/likeness";
import { tracer, type Trace } from "../../judge/answers/likeness/trace";
import type { GradedSubmission } from "../../report/grades/grades";
import type { Release } from "../../report/grades/visibility";
import { shareOf, studentFiles, type About } from "../../report/grades/write";
import { writing } from "../recorded";
import type { Cache } from "./cache";
import { keptGrade, type Attempt } from "./engine";
import { fingerprintOf } from "./fingerprint";
import type { Folder } from "./folder";
import { lightener } from "./light";
import { submissionOf, type Settling } from "./submission";
import type { KeptShares } from "./shares";

export interface GradedClassSettings {
  readonly reports: string;
  readonly folder: Folder;
  readonly cache: Cache;
  readonly shares: KeptShares;
  readonly about: About;
  readonly release: Release;
  readonly settling: Settling;
  /** Fingerprint of all that files are made from besides the submission. */
  readonly rendering: string;
}

export class GradedClass {
  /** In the order of the class. */
  readonly submissions: GradedSubmission[] = [];
  /** Fingerprint of what each one's files are made from. */
  readonly fingerprints: string[] = [];
  /** Fingerprint of what each one handed in; nothing where it is to be graded again. */
  readonly from: (string | undefined)[] = [];
  /** How many were graded in an earlier run. */
  kept = 0;

  private readonly traces: Trace[] = [];
  /** What each grade is kept under, by the submission's id. */
  private readonly keys = new Map<string, string>();
  private readonly light = lightener();
  private readonly trace: (submission: GradedSubmission) => Trace;

  constructor(private readonly settings: GradedClassSettings) {
    this.trace = tracer(settings.about.questions);
  }

  /**
   * Writes a submission's own files, and keeps what the files of the class need of it.
   *
   * @param i its place in the class
   */
  async add(attempt: Attempt, i: number): Promise<void> {
    const { reports, folder, shares, about, release, settling, rendering } = this.settings;
    const submission = submissionOf(attempt, settling);
    const settled = submission.marks.filter((mark) => mark.decided !== undefined);
    const fingerprint = fingerprintOf(rendering, attempt.from ?? submission.refused, settled);
    await writing(reports, async () => {
      await folder.keep(submission.id, fingerprint, () => ({
        files: studentFiles(submission, about, release),
      }));
      shares.put(i, shareOf(submission, about, release));
    });
    this.submissions[i] = this.light(submission);
    this.traces[i] = this.trace(submission);
    this.fingerprints[i] = fingerprint;
    this.from[i] = attempt.from;
    if (attempt.key !== undefined) this.keys.set(submission.id, attempt.key);
    if (attempt.isKept) this.kept += 1;
  }

  /** What its submissions share. */
  likenesses(): Alike[] {
    return likenesses(this.traces, this.settings.about.questions, (id, question) =>
      this.linesOf(id, question),
    );
  }

  private linesOf(id: string, question: string): ReadonlySet<string> {
    const marks = keptGrade(this.settings.cache, this.keys.get(id) ?? "")?.marks ?? [];
    const mark = marks.find((one) => one.question === question);
    return mark === undefined ? new Set() : excerptLines(mark);
  }
}

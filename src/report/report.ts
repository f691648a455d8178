/** What every report is made from. A report is a function of this to text, and nothing else. */
import type { Entry } from "../evidence/journal/entry";
import type { Judgeable } from "../judge/claim";
import type { Results } from "../judge/results";
import type { Lang } from "../words/text";

export const PHASES = ["start", "probe", "play", "log", "sweep", "stop", "judge"] as const;
export type PhaseName = (typeof PHASES)[number];

/** Milliseconds that each phase took; a phase that did not happen is absent. */
export type Phases = Readonly<Partial<Record<PhaseName, number>>>;

export interface Report {
  readonly results: Results;
  /** The journal that was judged. */
  readonly entries: readonly Entry[];
  /** Those that were judged, prerequisites first. */
  readonly exercises: readonly Pick<Judgeable, "id" | "title">[];
  readonly lang: Lang;
  readonly phases: Phases;
  /** The run was ended before its end. */
  readonly interrupted: boolean;
  /** The folder of the report files, as its user named it. */
  readonly folder: string;
}

/** Text at once, or in pieces where it can be large. */
export type Reporter = (report: Report) => string | Iterable<string>;

/** What a log that was interrupted can no longer prove: that a line was never written. */
import type { PlayEntry } from "../evidence/journal/entry";
import { phrase, type Text } from "../words/text";
import type { Claim } from "./claim";
import type { Finding } from "./finding";
import { saidBy } from "./steps";
import type { JournalView } from "./view";

const PROVES_NOTHING: Text = {
  en: "it may be for lines of the log that were lost: ",
  fr: "cela peut tenir à des lignes du journal perdues : ",
};

/**
 * A failure that rests on the log is none where lines may have been lost since the exercise began. What gates the run
 * fails by more than missing lines.
 */
export function unlessLost(finding: Finding, claim: Claim, exercise: string, view: JournalView): Finding {
  if (finding.verdict !== "fail" || !claim.rests.includes("log") || claim.gate === "run") return finding;
  const gap = gapSince(exercise, view);
  if (gap === undefined) return finding;
  const evidence = [...finding.evidence, gap];
  return { verdict: "inconclusive", reason: phrase`${PROVES_NOTHING}${saidBy(gap)}`, evidence };
}

/** The last one: one before the exercise began took no line from it. */
function gapSince(exercise: string, view: JournalView): PlayEntry | undefined {
  const gap = view.entries.findLast(
    (entry): entry is PlayEntry => entry.source === "play" && entry.name === "log-gap",
  );
  const began = view.entries.find(
    (entry) => entry.source === "play" && entry.event === "began" && entry.exercise === exercise,
  );
  if (gap === undefined || began === undefined) return undefined;
  return view.position(began) < view.position(gap) ? gap : undefined;
}

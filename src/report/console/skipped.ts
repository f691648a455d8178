/** What was not judged, by reason: `12  no log was given`. Which ones is in the grid, by exercise, and in results.json. */
import type { ClaimResult } from "../../judge/results";
import { wordsOf } from "../../words/words";
import { grouped } from "../text/group";
import { wrap } from "../text/layout";
import { printable } from "../text/printable";
import type { Setting } from "./findings";

export function skipped(claims: readonly ClaimResult[], { lang, paint, width }: Setting): string[] {
  const left = claims.filter((claim) => claim.verdict === "skipped");
  if (left.length === 0) return [];
  const lines = [...grouped(left, (claim) => claim.reason ?? "")].map(([reason, own]) => {
    const lead = `  ${String(own.length).padStart(3)}  `;
    return lead + wrap(printable(reason), width, " ".repeat(lead.length));
  });
  return ["", paint.bold(wordsOf(lang).report.headings.skipped), ...lines];
}

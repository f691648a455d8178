/** What was not judged, one line a reason: `12  no log was given  (2.4-qos0 5, 2.4-qos1 7)`. */
import type { ClaimResult } from "../../judge/results";
import { wordsOf } from "../../words/words";
import { grouped } from "../text/group";
import { cut } from "../text/layout";
import { printable } from "../text/printable";
import type { Setting } from "./findings";

export function skipped(claims: readonly ClaimResult[], { lang, paint, width }: Setting): string[] {
  const left = claims.filter((claim) => claim.verdict === "skipped");
  if (left.length === 0) return [];
  const lines = [...grouped(left, (claim) => claim.reason ?? "")].map(([reason, own]) => {
    const exercises = [...new Set(own.map((claim) => claim.exercise))].join(", ");
    const lead = `  ${String(own.length).padStart(3)}  `;
    const said = cut(printable(reason), width - lead.length);
    const room = width - lead.length - said.length - 3;
    return lead + said + (room > 10 ? paint.dim(` (${cut(exercises, room)})`) : "");
  });
  return ["", paint.bold(wordsOf(lang).report.headings.skipped), ...lines];
}

/** What was judged, an exercise a cell, a section a line: `2.4  qos0 ✔9  qos1 ✘1 ✔10`. */
import type { ClaimResult, Verdict } from "../../judge/results";
import { grouped } from "../text/group";
import { flow, type Cell } from "./flow";
import { columns, padEnd } from "../text/layout";
import { MARKS } from "../marks";
import { STYLES, type Paint } from "./paint";

/** Worst first, so that it is seen. */
const ORDER: readonly Verdict[] = ["fail", "inconclusive", "deviation", "pass", "skipped"];

export function grid(claims: readonly ClaimResult[], paint: Paint, width: number): string[] {
  const sections = grouped(judged(claims), (claim) => claim.section);
  const indent = Math.max(0, ...[...sections.keys()].map(columns)) + 4;
  return [...sections].flatMap(([section, ofSection]) => {
    const cells = [...grouped(ofSection, (claim) => claim.exercise)].map(([id, own]) =>
      cell(id, section, own, paint),
    );
    return flow(cells, width - indent).map((line, i) => {
      const lead = i === 0 ? paint.bold(padEnd(`  ${section}`, indent)) : " ".repeat(indent);
      return lead + line;
    });
  });
}

/** When a broken prerequisite left nothing to be judged, the rows of everything else would say nothing. */
function judged(claims: readonly ClaimResult[]): readonly ClaimResult[] {
  const nothing = claims.every(({ prerequisite, verdict }) => prerequisite || verdict === "skipped");
  return nothing ? claims.filter(({ prerequisite }) => prerequisite) : claims;
}

function cell(id: string, section: string, claims: readonly ClaimResult[], paint: Paint): Cell {
  const name = id.startsWith(`${section}-`) ? id.slice(section.length + 1) : id;
  const counts = ORDER.map((verdict) => ({
    verdict,
    n: claims.filter((claim) => claim.verdict === verdict).length,
  })).filter(({ n }) => n > 0);
  const plain = [name, ...counts.map(({ verdict, n }) => `${MARKS[verdict]}${n}`)].join(" ");
  const marks = counts.map(({ verdict, n }) => paint[STYLES[verdict]](`${MARKS[verdict]}${n}`));
  return { text: [name, ...marks].join(" "), width: columns(plain) };
}

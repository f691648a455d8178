/**
 * Sheets whose answers in prose are nearly the same. A sheet is taken as the set of its triples of words; what two sheets
 * have in common is weighed against all that they have, each triple by how few of the class have it: what everybody writes
 * who is right weighs next to nothing. Every pair is compared, by way of the triples that it shares.
 */
import { byUnits } from "../submission/ids";
import { clustering, type Cluster } from "./clusters";
import { rowIndex, type RowIndex } from "./rows";
import type { Trace } from "./trace";

export interface AlikeSheets {
  /** Ids, in the order of their characters. */
  readonly between: readonly string[];
  /** The smallest of any two of them that are alike. */
  readonly share: number;
}

/**
 * From here on two sheets are alike. Sheets put together from different answers of fixtures/answers that are all right
 * come to at most 0.03, and one with every eighth word replaced and every tenth mistyped to 0.29 and more.
 */
const ALIKE = 0.25;
/** Triples that two sheets share at least: one sentence in common is no sheet in common. */
const ENOUGH = 20;

export function alikeSheets(submissions: readonly Trace[]): AlikeSheets[] {
  const sorted = [...submissions].sort((a, b) => byUnits(a.id, b.id));
  const index = rowIndex(sorted.map(({ rows }) => rows));
  return alike(index).map(({ members, weakest }) => ({
    between: members.map((member) => sorted[member]?.id ?? ""),
    share: Math.round(weakest * 100) / 100,
  }));
}

function alike(index: RowIndex): Cluster[] {
  const { sheets } = index;
  const weights = weightsOf(index);
  const totals = sheets.map((rows) => rows.reduce((sum, row) => sum + (weights[row] ?? 0), 0));
  const groups = clustering(sheets.length);
  sheets.forEach((_, one) => {
    const { weight, count } = inCommon(one, index, weights);
    count.forEach((rows, other) => {
      if (rows < ENOUGH) return;
      const shared = weight[other] ?? 0;
      const share = shared / ((totals[one] ?? 0) + (totals[other] ?? 0) - shared);
      if (share >= ALIKE) groups.join(other, one, share);
    });
  });
  return groups.clusters();
}

/** How much a row tells: the more, the fewer have it. */
function weightsOf({ sheets, starts }: RowIndex): Float64Array {
  const weights = new Float64Array(starts.length - 1);
  return weights.map((_, row) =>
    Math.log((sheets.length + 1) / ((starts[row + 1] ?? 0) - (starts[row] ?? 0))),
  );
}

/** What a sheet has in common with each of those before it. */
function inCommon(
  one: number,
  { sheets, starts, holders }: RowIndex,
  weights: Float64Array,
): { readonly weight: Float64Array; readonly count: Uint32Array } {
  const [weight, count] = [new Float64Array(one), new Uint32Array(one)];
  for (const row of sheets[one] ?? []) {
    const [end = 0, more = 0] = [starts[row + 1], weights[row]];
    for (let at = starts[row] ?? 0; at < end; at++) {
      const other = holders[at] ?? 0;
      if (other >= one) break;
      weight[other] = (weight[other] ?? 0) + more;
      count[other] = (count[other] ?? 0) + 1;
    }
  }
  return { weight, count };
}

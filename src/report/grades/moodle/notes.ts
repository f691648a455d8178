/** What became of the rows and the submissions, for the teacher: a sentence for each thing that happened. */
import type { Text } from "../../../words/text";
import type { Words } from "../../../words/words";
import { printable } from "../../text/printable";
import { saidInBoth } from "../error";
import { bounded } from "../html/bounded";

type Said = Words["grades"]["worksheet"];

/** What is told of by name, in this order. */
const TOLD = [
  "waiting",
  "refused",
  "missing",
  "ambiguous",
  "locked",
  "unscaled",
  "absent",
  "replaced",
  "nought",
] as const;

export interface Fate {
  readonly what: "filled" | (typeof TOLD)[number];
  readonly name: string;
}

/** Names that a sentence can hold. */
const NAMED = 12;

/** @param rows how many students the worksheet has */
export function notesOn(fates: readonly Fate[], rows: number): Text[] {
  const isFilled = ({ what }: Fate) => what === "filled" || what === "replaced" || what === "nought";
  const n = fates.filter(isFilled).length;
  return [
    saidInBoth(({ worksheet: { filled } }) => filled(n, rows)),
    ...TOLD.flatMap((what) => {
      const names = fates.filter((fate) => fate.what === what).map(({ name }) => name);
      return names.length === 0
        ? []
        : [saidInBoth(({ worksheet }) => worksheet[what](listed(names, worksheet), names.length))];
    }),
  ];
}

function listed(names: readonly string[], { more }: Said): string {
  const shown = names.slice(0, NAMED).map((name) => bounded(printable(name), 60));
  const left = names.length - shown.length;
  return `${shown.join(", ")}${left > 0 ? ` ${more(left)}` : ""}`;
}

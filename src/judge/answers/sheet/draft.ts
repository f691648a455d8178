/** What stands on a sheet, whatever its form, before it is held against the questions. */
import type { Lang } from "../../../words/text";
import type { Position, Problem, Written } from "../answer";
import type { Head, Part } from "./keys";

/** What stands below an id. */
export interface Entry extends Position {
  /** As it is written there, but for accents and capitals. */
  readonly id: string;
  readonly parts: Readonly<Partial<Record<Part, Written>>>;
}

export interface Draft {
  readonly heads: Readonly<Partial<Record<Head, Written>>>;
  /** In the order of the sheet; an id may stand twice. */
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  /** Of the keys that are written in one language only. */
  readonly lang?: Lang;
}

/** What a form holds a sheet against. */
export interface Lookup {
  /** Ids that are asked. */
  readonly asked: ReadonlySet<string>;
  /** Those and the project's own that a teacher has dropped. */
  readonly known: ReadonlySet<string>;
  /** What the sheet itself says above the answer, by id, once for each language. */
  readonly wordings: ReadonlyMap<string, readonly string[]>;
}

/**
 * The columns of Moodle's offline grading worksheet. Moodle heads them in the language of the teacher who downloads it,
 * and separates them as it is set up.
 */
import { parse } from "csv-parse/sync";
import { GradesError, saidInBoth } from "../error";
import { folded } from "./folded";

const HEADS = {
  record: ["Identifier", "Identifiant"],
  name: ["Full name", "Nom complet"],
  email: ["Email address", "Adresse de courriel"],
  number: ["ID number", "Numéro d'identification"],
  user: ["Username", "Nom d'utilisateur"],
  grade: ["Grade", "Note"],
  maximum: ["Maximum grade", "Note maximale"],
  editable: ["Grade can be changed", "La note peut être modifiée"],
  feedback: ["Feedback comments", "Feedback par commentaires"],
} as const;

export type Column = keyof typeof HEADS;

/** Where each column stands, from 0; those that the worksheet lacks are absent. */
export type Columns = Readonly<Partial<Record<Column, number>>> &
  Readonly<Record<"record" | "grade", number>>;

export interface Layout {
  readonly delimiter: string;
  readonly columns: Columns;
  /** Of the headers. */
  readonly isFrench: boolean;
}

const DELIMITERS = [",", ";", "\t"] as const;

/** @throws GradesError where it is no grading worksheet */
export function layoutOf(text: string): Layout {
  for (const delimiter of DELIMITERS) {
    const heads = headsOf(text, delimiter).map(folded);
    const found = (Object.keys(HEADS) as Column[]).flatMap((column) => {
      const at = heads.findIndex((head) => HEADS[column].some((one) => folded(one) === head));
      return at === -1 ? [] : [[column, at] as const];
    });
    const { record, grade, ...others }: Partial<Record<Column, number>> = Object.fromEntries(found);
    if (record === undefined || grade === undefined) continue;
    const isFrench = heads[grade] === folded(HEADS.grade[1]);
    return { delimiter, columns: { record, grade, ...others }, isFrench };
  }
  throw new GradesError(saidInBoth(({ worksheet }) => worksheet.foreign));
}

function headsOf(text: string, delimiter: string): string[] {
  const options = { delimiter, to: 1, relax_quotes: true, relax_column_count: true };
  try {
    return parse(text, options)[0] ?? [];
  } catch {
    return [];
  }
}

/** Reads the file of decisions: those that were filled in, and what is wrong with the others. */
import type { Text } from "../../../../words/text";
import type { Position } from "../../answer";
import type { SheetQuestion } from "../../question";
import type { Decision, Decisions } from "../decision";
import { NOT, Refusal } from "./complaints";
import { readEntry } from "./entry";
import { piecesOf, type Piece } from "./pieces";
import { UNTOUCHED } from "./write";

export interface Complaint extends Position {
  readonly what: Text;
}

export interface ReadDecisions {
  readonly decisions: Decisions;
  /** One a decision that was left out. */
  readonly complaints: readonly Complaint[];
}

type Questions = ReadonlyMap<string, SheetQuestion>;

/** @param questions by id: all that there are, whichever are graded */
export function readDecisions(source: string, questions: Questions): ReadDecisions {
  const { items, foreign } = piecesOf(source);
  const decisions = new Map<string, Decision>();
  const complaints: Complaint[] = [];
  if (foreign !== undefined) return { decisions, complaints: [{ line: foreign, column: 1, what: NOT.list }] };
  for (const piece of items) {
    if (UNTOUCHED.test(piece.text)) continue;
    const complaint = take(piece, questions, decisions);
    if (complaint !== undefined) complaints.push(complaint);
  }
  return { decisions, complaints };
}

function take(piece: Piece, questions: Questions, decisions: Map<string, Decision>): Complaint | undefined {
  try {
    const { key, decision, at } = readEntry(piece, questions);
    if (decision === undefined) return undefined;
    if ((decisions.get(key)?.points ?? decision.points) !== decision.points)
      return { ...at, what: NOT.twice };
    if (!decisions.has(key)) decisions.set(key, decision);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return { ...error.at, what: error.what };
    throw error;
  }
}

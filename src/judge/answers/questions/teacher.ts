/**
 * The teacher's own file of questions:
 *
 *     drop: [2.3-exchanges]        questions that are not asked
 *     points: { 2.4-qos2: 3 }      other points than the project's
 *     add:                         questions of their own, as in `fixtures/sheet/`, with `after: id` for the place
 */
import type { SheetQuestion } from "../question";
import { factName } from "../truth/fact";
import type { Changes } from "./changes";
import { FACT, NOTHING_LEFT, QUESTION, taken, unknownName } from "./complaints";
import { entryReader, type Placed } from "./entry";
import { complain, keys, list, points, record, text, type Under } from "./shape";
import { spotsIn, type Spot } from "./spot";

/** What the file is held against besides the project's questions. */
export interface Known {
  /** Names of rubrics. */
  readonly rubrics?: ReadonlySet<string>;
  /** Names of facts, see `factName`. */
  readonly facts?: ReadonlySet<string>;
}

/**
 * @param file its `name` is what it is called in a complaint
 * @throws QuestionsError for the first thing that cannot be taken
 */
export function changesIn(
  file: { readonly name: string; readonly source: string },
  questions: readonly SheetQuestion[],
  known: Known,
): Changes {
  const spot = spotsIn(file.source, file.name);
  if (spot === undefined) return { drop: new Set(), points: new Map(), add: [] };
  const under: Under = { file: file.name, key: file.name };
  const reader = keys(
    {},
    { drop: list(text), points: record(points), add: list(entryReader(known.rubrics)) },
  );
  const { drop = [], points: weights = {}, add = [] } = reader(spot, under);
  checkNames({ spot, under, known, questions, drop: new Set(drop), add });
  return { drop: new Set(drop), points: new Map(Object.entries(weights)), add };
}

/** A file that was read, and what its names are held against. */
interface File {
  readonly spot: Spot;
  readonly under: Under;
  readonly known: Known;
  readonly questions: readonly SheetQuestion[];
  readonly drop: ReadonlySet<string>;
  readonly add: readonly Placed[];
}

function checkNames(file: File): void {
  const { questions, drop, add } = file;
  const own = questions.map(({ id }) => id);
  if (add.length === 0 && own.length > 0 && own.every((id) => drop.has(id)))
    complain(file.spot, file.under, NOTHING_LEFT);
  for (const spot of itemsOf(valueOf(file.spot, "drop"))) known(spot, own, file);
  const asked = own.filter((id) => !drop.has(id));
  for (const [i, spot] of itemsOf(valueOf(file.spot, "add")).entries()) checkAdded(spot, add[i], asked, file);
  const weighed = valueOf(file.spot, "points");
  if (weighed?.kind !== "map") return;
  for (const [id, { at }] of weighed.entries) known({ at, kind: "text", text: id }, asked, file);
}

/** @param asked ids so far, which the new one joins */
function checkAdded(spot: Spot, placed: Placed | undefined, asked: string[], file: File): void {
  if (placed === undefined) return;
  const { question } = placed;
  const { facts } = file.known;
  if (asked.includes(question.id)) complain(valueOf(spot, "id") ?? spot, file.under, taken(question.id));
  const after = valueOf(spot, "after");
  if (after !== undefined) known(after, asked, file);
  if ("truth" in question && facts?.has(factName(question.truth)) === false) {
    const name = factName(question.truth);
    complain(valueOf(spot, "truth") ?? spot, file.under, unknownName(FACT, name, [...facts]));
  }
  asked.push(question.id);
}

function known(spot: Spot, ids: readonly string[], { under }: File): void {
  const id = text(spot, under);
  if (!ids.includes(id)) complain(spot, under, unknownName(QUESTION, id, ids));
}

function valueOf(spot: Spot, key: string): Spot | undefined {
  return spot.kind === "map" ? spot.entries.get(key)?.value : undefined;
}

function itemsOf(spot: Spot | undefined): readonly Spot[] {
  return spot?.kind === "list" ? spot.items : [];
}

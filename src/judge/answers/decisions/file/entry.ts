/** Reads one decision as it stands in the file. */
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Scalar, type YAMLMap } from "yaml";
import type { Position } from "../../answer";
import type { SheetQuestion } from "../../question";
import { WRITTEN } from "../../submission/written";
import type { Decision } from "../decision";
import { keyOf } from "../same";
import { NOT, Refusal } from "./complaints";
import type { Piece } from "./pieces";

const KEYS = ["question", ...WRITTEN, "students", "why", "points", "note"] as const;
type Key = (typeof KEYS)[number];

export interface ReadEntry {
  readonly question: SheetQuestion;
  /** What was written for it, by place. */
  readonly written: Readonly<Partial<Record<(typeof WRITTEN)[number], string>>>;
  /** Of the answers that it is about. */
  readonly key: string;
  /** Nothing where no points were filled in. */
  readonly decision?: Decision;
  readonly at: Position;
}

interface Field {
  readonly text: string;
  readonly at: Position;
}

/** @throws Refusal when it cannot be taken as it stands */
export function readEntry(piece: Piece, questions: ReadonlyMap<string, SheetQuestion>): ReadEntry {
  const { fields, at } = fieldsOf(piece);
  const id = fields.get("question");
  if (id === undefined) throw new Refusal(at, NOT.decision);
  const question = questions.get(id.text);
  if (question === undefined) throw new Refusal(id.at, NOT.question(id.text));
  const written = Object.fromEntries(
    WRITTEN.flatMap((place) => {
      const text = fields.get(place)?.text ?? "";
      return text.trim() === "" ? [] : [[place, text]];
    }),
  );
  if (Object.keys(written).length === 0) throw new Refusal(at, NOT.answered);
  const points = pointsOf(fields.get("points"), question);
  const note = fields.get("note")?.text.trim() ?? "";
  const entry = { question, written, key: keyOf(question, written), at };
  if (points === undefined) return entry;
  return { ...entry, decision: { question: question.id, points, ...(note === "" ? {} : { note }) } };
}

function pointsOf(field: Field | undefined, { points: max }: SheetQuestion): number | undefined {
  if (field === undefined || field.text.trim() === "") return undefined;
  const points = /^\d{1,6}(?:[.,]\d{1,2})?$/.test(field.text) ? Number(field.text.replace(",", ".")) : NaN;
  if (points <= max) return points;
  throw new Refusal(field.at, NOT.points(field.text, max));
}

function fieldsOf({ text, line }: Piece): {
  readonly fields: ReadonlyMap<Key, Field>;
  readonly at: Position;
} {
  const lineCounter = new LineCounter();
  const place = (offset: number): Position => {
    const found = lineCounter.linePos(offset);
    return { line: found.line + line - 1, column: found.col };
  };
  // Everything is a text: what looks like a number or a date may be an answer.
  const document = parseDocument(text, { lineCounter, schema: "failsafe", prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) throw new Refusal(place(error.pos[0]), NOT.yaml);
  const { contents } = document;
  const map = isSeq(contents) && contents.items.length === 1 ? contents.items[0] : undefined;
  if (!isMap(map)) throw new Refusal(place(begins(contents)), NOT.decision);
  return { fields: new Map(pairsOf(map, place)), at: place(begins(map)) };
}

function pairsOf(map: YAMLMap, place: (offset: number) => Position): (readonly [Key, Field])[] {
  return map.items.map(({ key, value }) => {
    const at = place(begins(key));
    const name = isScalar(key) ? textOf(key) : "";
    const known = KEYS.find((one) => one === name);
    if (known === undefined) throw new Refusal(at, NOT.key(name, KEYS.join(", ")));
    if (value === null) return [known, { text: "", at }];
    if (!isScalar(value)) throw new Refusal(at, NOT.text(name));
    return [known, { text: textOf(value), at: place(begins(value)) }];
  });
}

/** With the schema that is used, a scalar is a text; one without a value is empty. */
function textOf({ value }: Scalar): string {
  return typeof value === "string" ? value : "";
}

function begins(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

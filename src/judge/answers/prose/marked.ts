/** Files of marked answers: one JSON object a line, `{ q, lang, text, points }` and whatever else. */
import type { Lang, Text } from "../../../words/text";
import type { Points } from "./question";

export interface MarkedAnswer {
  /** Counted from 1. */
  readonly line: number;
  readonly q: string;
  readonly lang: Lang;
  readonly text: string;
  readonly points: Points;
}

/** What is wrong with a file, and where. Its `text` is what the user reads. */
export class MarkedError extends Error {
  readonly text: Text;

  constructor(place: { file: string; line: number; column: number }, what: Text) {
    const at = `${place.file}:${place.line}:${place.column}: `;
    super(at + what.en);
    this.text = { en: at + what.en, fr: at + what.fr };
  }
}

/**
 * @param file as it is to be called in a complaint
 * @throws MarkedError for the first line that is no marked answer, with its line and column
 */
export function markedAnswers(source: string, file: string, questions: ReadonlySet<string>): MarkedAnswer[] {
  const lines = source.replace(/^\uFEFF/, "").split(/\r?\n/);
  return lines.flatMap((text, i) =>
    text.trim() === "" ? [] : [answerOf(text, { file, line: i + 1 }, questions)],
  );
}

type Place = Readonly<{ file: string; line: number }>;

function answerOf(text: string, place: Place, questions: ReadonlySet<string>): MarkedAnswer {
  const value = parsed(text, place);
  const complain = (field: string, what: Text): never => {
    throw new MarkedError({ ...place, column: columnOf(text, field) }, what);
  };
  const { q, lang, points, text: words } = value;
  if (typeof q !== "string" || !questions.has(q))
    return complain("q", wrong("q", "the id of a question", "l'identifiant d'une question"));
  if (lang !== "fr" && lang !== "en")
    return complain("lang", wrong("lang", "“fr” or “en”", "« fr » ou « en »"));
  if (typeof words !== "string")
    return complain("text", wrong("text", "the answer, in quotes", "la réponse, entre guillemets"));
  if (points !== 0 && points !== 1 && points !== 2)
    return complain("points", wrong("points", "0, 1 or 2", "0, 1 ou 2"));
  return { line: place.line, q, lang, text: words, points };
}

function wrong(field: string, en: string, fr: string): Text {
  return { en: `“${field}” must be ${en}`, fr: `« ${field} » doit être ${fr}` };
}

function parsed(text: string, place: Place): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const [, position] = /position (\d+)/.exec((error as Error).message) ?? [];
    const end = /end of JSON/.test((error as Error).message) ? text.length : 0;
    const column = Number(position ?? end) + 1;
    throw new MarkedError({ ...place, column }, { en: "this is not JSON", fr: "ce n'est pas du JSON" });
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  const what = {
    en: "a line must be an object { q, lang, text, points }",
    fr: "une ligne doit être un objet { q, lang, text, points }",
  };
  throw new MarkedError({ ...place, column: 1 }, what);
}

/** Where a field's value begins, else the line's beginning. */
function columnOf(text: string, field: string): number {
  const found = new RegExp(`"${field}"\\s*:\\s*`).exec(text);
  return found === null ? 1 : found.index + found[0].length + 1;
}

/** The words of a sheet's answers in prose, as far as they tell whose words they are. */
import type { SheetQuestion } from "../question";
import type { MarkedAnswer } from "../submission/graded";

/** Words of one answer that are looked at: nobody who answers a question needs as many. */
const LONGEST = 600;
/** Words that an answer has at least besides the question's own: in shorter ones, everybody who is right writes the same. */
const SHORTEST = 8;
/** Letters of a word that count, so that an ending or a slip at the end of a word does not make another word. */
const STEM = 6;

/** @returns the answers' words, one list an answer; short answers are left out */
export function proseWords(
  marks: readonly MarkedAnswer[],
  questions: ReadonlyMap<string, AskedQuestion>,
): string[][] {
  return marks.flatMap(({ question, written }) => {
    const asked = questions.get(question);
    const [first] = written;
    if (asked === undefined || first?.place !== "answer") return [];
    const words = wordsOf(first.text).filter((word) => !asked.words.has(word));
    return words.length < SHORTEST ? [] : [words];
  });
}

export interface AskedQuestion {
  /** That the question itself says. */
  readonly words: ReadonlySet<string>;
}

/** @returns those that are answered in prose, by id */
export function askedQuestions(questions: readonly SheetQuestion[]): ReadonlyMap<string, AskedQuestion> {
  const prose = questions.filter(({ kind }) => kind === "prose");
  return new Map(prose.map(({ id, asks }) => [id, { words: new Set(wordsOf(`${asks.en} ${asks.fr}`)) }]));
}

function wordsOf(text: string): string[] {
  const folded = text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, LONGEST).map((word) => word.slice(0, STEM));
}

/** Judges answers in sentences, by the rubric of their question. What it finds in them is for the teacher alone. */
import { phrase, type Text } from "../../../words/text";
import type { Answer } from "../answer";
import type { Context } from "../context";
import type { Judged } from "../mark";
import { gradeProse } from "../prose/grade";
import { questionOf, type Question, type QuestionData } from "../prose/question";
import { READ_AT_MOST } from "../prose/text/fold";
import { nearProtocol } from "../prose/text/protocol";
import { wordsIn } from "../prose/text/words-in";
import type { QuestionOf } from "../question";
import { forTeacher, quoted } from "./judged";
import { repeatsHint } from "./hints";
import { TOO_LONG } from "./thin";

export function judgeProse(
  { answer }: Answer,
  { rubric, hints }: QuestionOf<"prose">,
  context: Context,
): Judged {
  if (answer.text.trim() === "") return forTeacher("only-evidence", { reasons: [ONLY_EVIDENCE] });
  if (answer.text.length > READ_AT_MOST)
    return forTeacher("too-long", { reasons: [TOO_LONG], tells: [TOO_LONG] });
  const question = typeof rubric === "string" ? context.rubric.questions.get(rubric) : prepared(rubric);
  if (question === undefined) return forTeacher("no-rubric", { reasons: [NO_RUBRIC] });
  const { points, reason, rules } = gradeProse(answer.text, question, context.rubric);
  if (points !== 0 && repeatsHint(answer.text, hints))
    return forTeacher("hint", { reasons: [HINT, reason], tells: [HINT] });
  if (points !== 0 && repeatsItself(answer.text))
    return forTeacher("over-and-over", { reasons: [OVER_AND_OVER, reason], tells: [OVER_AND_OVER] });
  return {
    share: points === null ? null : points / 2,
    reasons: [reason],
    tells: [...rules.flatMap((rule) => TELLS[rule] ?? []), ...unknownPackets(answer.text)],
    rules,
  };
}

/** A rubric that stands with its question is read once, for all answers. */
const kept = new WeakMap<QuestionData, Question>();

function prepared(data: QuestionData): Question {
  const known = kept.get(data);
  if (known !== undefined) return known;
  const question = questionOf(data);
  kept.set(data, question);
  return question;
}

/** Words from which on an answer is looked at so, and the part of them that are different ones in it at least. */
const [MANY, DIFFERENT] = [50, 0.25];

/** The same words again and again: what they earn once they do not earn by being many. */
function repeatsItself(text: string): boolean {
  if (text.length < 2 * MANY) return false;
  const words = wordsIn(text).map((word) => word.text);
  return words.length >= MANY && new Set(words).size < words.length * DIFFERENT;
}

/** By the rules that are about an answer as a whole. No other says anything to a student. */
const TELLS: Readonly<Record<string, Text>> = {
  heap: { en: "only keywords: write a sentence", fr: "seulement des mots-clés : écrivez une phrase" },
  copied: { en: "the answer repeats the question", fr: "la réponse répète la question" },
};

const HINT: Text = {
  en: "the answer repeats a hint: say it in your own words",
  fr: "la réponse répète une aide : dites-le avec vos propres mots",
};
const OVER_AND_OVER: Text = {
  en: "the same words are repeated over and over",
  fr: "les mêmes mots sont répétés encore et encore",
};
const ONLY_EVIDENCE: Text = {
  en: "there is evidence beside it, but no sentence",
  fr: "il y a un extrait ou des commandes à côté, mais aucune phrase",
};
const NO_RUBRIC: Text = { en: "the question has no rubric", fr: "la question n’a pas de barème" };

/** Names of packets that there are not, each once. */
function unknownPackets(text: string): Text[] {
  const names = new Set(wordsIn(text).flatMap(({ text: word }) => (nearProtocol(word) ? [word] : [])));
  return [...names].slice(0, 3).map((name) => phrase`${NO_PACKET}${quoted(name.toUpperCase())}`);
}

const NO_PACKET: Text = {
  en: "a packet name that MQTT does not have: ",
  fr: "un nom de paquet qui n’existe pas dans MQTT : ",
};

/** Judges answers in sentences, by the rubric of their question. What it finds in them is for the teacher alone. */
import { phrase, type Text } from "../../../words/text";
import type { Answer } from "../answer";
import type { Context } from "../context";
import type { Judged } from "../mark";
import { gradeProse } from "../prose/grade";
import { questionOf, type Question, type QuestionData } from "../prose/question";
import type { Rubric } from "../prose/rubric";
import { READ_AT_MOST } from "../prose/text/fold";
import { nearProtocol } from "../prose/text/protocol";
import { remembered } from "../prose/text/remembered";
import { wordsIn } from "../prose/text/words-in";
import type { QuestionOf } from "../question";
import { forTeacher, quoted } from "./judged";
import { repeatsHint } from "./hints";
import { TOO_LONG } from "./thin";

export function judgeProse(
  { answer: { text } }: Answer,
  question: QuestionOf<"prose">,
  { rubric }: Context,
): Judged {
  if (text.trim() === "") return forTeacher("only-evidence", { reasons: [ONLY_EVIDENCE] });
  if (text.length > READ_AT_MOST) return forTeacher("too-long", { reasons: [TOO_LONG], tells: [TOO_LONG] });
  let judge = judges.get(question);
  if (judge?.rubric !== rubric) {
    judge = { rubric, judged: remembered((answer) => judged(answer, question, rubric), AT_MOST) };
    judges.set(question, judge);
  }
  return judge.judged(text);
}

/** Answers to one question that are remembered: in a class some are handed in again and again, word for word. */
const AT_MOST = 100;
const judges = new WeakMap<
  QuestionOf<"prose">,
  { readonly rubric: Rubric; readonly judged: (text: string) => Judged }
>();

function judged(text: string, { rubric: own, hints }: QuestionOf<"prose">, rubric: Rubric): Judged {
  const question = typeof own === "string" ? rubric.questions.get(own) : prepared(own);
  if (question === undefined) return forTeacher("no-rubric", { reasons: [NO_RUBRIC] });
  const { points, reason, rules } = gradeProse(text, question, rubric);
  if (points !== 0 && repeatsHint(text, hints))
    return forTeacher("hint", { reasons: [HINT, reason], tells: [HINT] });
  if (points !== 0 && repeatsItself(text))
    return forTeacher("over-and-over", { reasons: [OVER_AND_OVER, reason], tells: [OVER_AND_OVER] });
  return {
    share: points === null ? null : points / 2,
    reasons: [reason],
    tells: [...rules.flatMap((rule) => TELLS[rule] ?? []), ...unknownPackets(text)],
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

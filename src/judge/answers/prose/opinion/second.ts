/**
 * The second opinion: what marked answers like this one got, set beside what the rules say. Where both point the same way
 * an answer is decided; where they differ too much, or where neither is sure, the teacher reads it.
 */
import { phrase, type Text } from "../../../../words/text";
import type { Grade } from "../grade";
import type { Points } from "../question";
import { REASONS } from "../reasons";
import type { Token } from "../text/token";
import { featuresOf } from "./features";
import { likelihoods, MARKS, perMark, tellingWords, type Model, type PerMark } from "./model";

/**
 * How likely the rules are to say a mark that is 0, 1 or 2 away from the teacher's: much more cautious than what was seen,
 * since the likeness has taken what they say into account already.
 */
const RULES_SAY: PerMark = [0.55, 0.27, 0.18];
/** A mark is decided when it is at least so likely … */
const SURE = 0.6;
/** … and its opposite, 0 for 2 or 2 for 0, at most so. */
const OPPOSITE = 0.08;
/** Doubts that no likeness to other answers removes. */
const STAYS_IN_DOUBT = ["almostPacket", "contradictory"];
const WORDS_SHOWN = 3;
const COLON: Text = { en: ": ", fr: " : " };

/**
 * @param ruled what the rules alone say
 * @param tokens those with content
 */
export function withSecondOpinion(ruled: Grade, tokens: readonly Token[], model: Model): Grade {
  if (ruled.points === null && ruled.rules.some((rule) => STAYS_IN_DOUBT.includes(rule))) return ruled;
  const features = featuresOf(tokens, ruled);
  const likely = together(likelihoods(features, model), ruled.points);
  const best = MARKS.reduce<Points>((top, mark) => (likely[mark] > likely[top] ? mark : top), 0);
  const isSure = likely[best] >= SURE && (best === 1 || likely[best === 0 ? 2 : 0] <= OPPOSITE);
  if (isSure && best === ruled.points) return ruled;
  const isOpposite = ruled.points !== null && Math.abs(best - ruled.points) === 2;
  if (!isSure || isOpposite) return ruled.points === null ? ruled : doubted(ruled);
  const words = tellingWords(features, model, best, WORDS_SHOWN);
  return { points: best, reason: likeness(words), rules: [...ruled.rules, "likeness"] };
}

/** Bayes: the likeness is what is known before the rules speak. */
function together(likely: PerMark, ruled: Points | null): PerMark {
  if (ruled === null) return likely;
  const joint = perMark((mark) => likely[mark] * RULES_SAY[Math.abs(mark - ruled) as Points]);
  const sum = joint[0] + joint[1] + joint[2];
  return perMark((mark) => joint[mark] / sum);
}

function doubted({ reason, rules }: Grade): Grade {
  return {
    points: null,
    reason: phrase`${REASONS.unlike} (${reason})`,
    rules: [...rules, "unlike"],
  };
}

function likeness(words: readonly string[]): Text {
  if (words.length === 0) return REASONS.likeness;
  const quoted = {
    en: words.map((word) => `“${word}”`).join(", "),
    fr: words.map((word) => `« ${word} »`).join(", "),
  };
  return phrase`${REASONS.likeness}${COLON}${quoted}`;
}

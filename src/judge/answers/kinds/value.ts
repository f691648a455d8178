/** Judges values: numbers in their order, and versions of MQTT. */
import type { Answer } from "../answer";
import type { Context } from "../context";
import type { Judged } from "../mark";
import type { QuestionOf } from "../question";
import { known, unknownTruth } from "./known";
import { withoutReading } from "./thin";
import { judgeNumbers } from "./value/judge-numbers";
import { judgeVersion } from "./value/judge-version";

export function judgeValue(
  { answer: { text } }: Answer,
  { reads, truth, asks }: QuestionOf<"value">,
  context: Context,
): Judged {
  const fact = known(truth, context);
  if (fact === undefined) return unknownTruth(truth, context);
  const thin = withoutReading(text);
  if (thin) return thin;
  if (reads === "numbers") return judgeNumbers(text, fact, truth);
  return judgeVersion(text, fact, truth.fact === "version" ? truth.p : Number.NaN, asks);
}

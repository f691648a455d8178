/** Judges choices: one of the options, by its letter, its words, or both. */
import { phrase, type Text } from "../../../words/text";
import type { Answer } from "../answer";
import type { Context } from "../context";
import type { Judged } from "../mark";
import { fold } from "../prose/text/fold";
import type { QuestionOf } from "../question";
import { earns, unreadable } from "./judged";
import { withoutReading } from "./thin";

export function judgeChoice(
  { answer: { text } }: Answer,
  { options, right }: QuestionOf<"choice">,
  _context: Context,
): Judged {
  const thin = withoutReading(text);
  if (thin) return thin;
  const [chosen, ...others] = chosenIn(text, options);
  if (others.length > 0) return unreadable("choice:several", SEVERAL);
  if (chosen === undefined) return unreadable("choice:none", noneOf(Object.keys(options)));
  const key = phrase`${{ en: "right: ", fr: "juste : " }}${right}`;
  return chosen === right
    ? earns(1, "choice:right")
    : earns(0, "choice:other", { reasons: [phrase`${{ en: "chose ", fr: "a choisi " }}${chosen}`, key] });
}

type Options = Readonly<Record<string, Text>>;

/** Options that the answer names, if it names nothing else. */
function chosenIn(text: string, options: Options): readonly string[] {
  const whole = named(plain(text), options);
  if (whole.length > 0) return whole;
  const parts = text.split(/[,;/&\n]|\s[-–—]\s|\)\s|\bet\b|\band\b|\bou\b|\bor\b/i).map(plain);
  const each = parts.filter((part) => part !== "").map((part) => named(part, options));
  return each.every((names) => names.length > 0) ? [...new Set(each.flat())] : [];
}

function named(said: string, options: Options): readonly string[] {
  const bare = said.replace(/^(?:(?:la |the )?(?:reponse|answer|option|choix|choice)|c est|it is|it s) /, "");
  return Object.entries(options).flatMap(([key, { en, fr }]) => {
    const words = [en, fr].map(plain);
    const forms = [plain(key), ...words, ...words.map((one) => `${plain(key)} ${one}`)];
    return forms.some((form) => [said, bare].includes(form)) ? [key] : [];
  });
}

/** Letters and digits alone. */
function plain(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

const SEVERAL: Text = {
  en: "several answers are given where one is asked for",
  fr: "plusieurs réponses sont données alors qu’une seule est demandée",
};

function noneOf(keys: readonly string[]): Text {
  const list = keys.join(", ");
  return {
    en: `this is none of the answers offered; write one of ${list}`,
    fr: `ce n’est aucune des réponses proposées ; écrivez l’une de celles-ci : ${list}`,
  };
}

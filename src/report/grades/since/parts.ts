/** Pieces that the texts on a comparison share. */
import { type Lang } from "../../../words/text";
import { wordsOf } from "../../../words/words";
import { grouped } from "../../text/group";
import { pointsIn } from "../points";
import { gainOf, type AnswerChange, type Comparison, type Standing, type StudentChange } from "./compare";

/** `+1.5`, `−0,5`, with the sign that is as wide as the plus. */
export function signed(lang: Lang, gain: number): string {
  if (gain === 0) return "0";
  return `${gain > 0 ? "+" : "\u2212"}${pointsIn(lang, Math.abs(gain))}`;
}

export function pointsOr(lang: Lang, points: number | null): string {
  return points === null ? wordsOf(lang).grades.since.unknown : pointsIn(lang, points);
}

/** `wrong 0 → right 2`; of an answer whose mark is the same, only that mark. */
export function stepOf({ before, after, reasonsOnly }: AnswerChange, lang: Lang): string {
  return reasonsOnly ? standingIn(lang, after) : `${standingIn(lang, before)} → ${standingIn(lang, after)}`;
}

function standingIn(lang: Lang, standing: Standing): string {
  const { settled, since } = wordsOf(lang).grades;
  if (standing === undefined) return since.absent;
  const { outcome, points } = standing;
  return points === null ? settled[outcome] : `${settled[outcome]} ${pointsIn(lang, points)}`;
}

/** The whole in a few sentences; one where nothing has changed. */
export function sentences({ students, compared, broker }: Comparison, lang: Lang): string[] {
  const words = wordsOf(lang).grades.since;
  const key = broker.before === broker.after ? [] : [words.broker(broker.before, broker.after)];
  if (students.length === 0) return [words.nothing, ...key];
  const gains = students.map(gainOf);
  const [up, down] = [gains.filter((gain) => gain > 0).length, gains.filter((gain) => gain < 0).length];
  const answers = students.flatMap((student) => student.answers);
  const waits = (what: AnswerChange["waits"]) => answers.filter((answer) => answer.waits === what).length;
  const [newly, decided] = [waits("newly"), waits("no longer")];
  const otherReasons = answers.filter(({ reasonsOnly }) => reasonsOnly).length;
  return [
    words.summary(up, down, compared - up - down),
    ...(newly + decided > 0 ? [words.waiting(newly, decided)] : []),
    ...(otherReasons > 0 ? [words.reasons(otherReasons)] : []),
    ...key,
  ];
}

interface Part {
  readonly heading: string;
  readonly students: readonly StudentChange[];
}

/** Who gains, who loses, who neither, who came and who went; the largest difference first. Parts without anybody are left out. */
export function partsOf({ students }: Comparison, lang: Lang): Part[] {
  const words = wordsOf(lang).grades.since;
  const changed = students.filter(({ what }) => what === "changed");
  const parts = [
    { heading: words.gains, students: changed.filter((one) => gainOf(one) > 0) },
    { heading: words.loses, students: changed.filter((one) => gainOf(one) < 0) },
    { heading: words.others, students: changed.filter((one) => gainOf(one) === 0) },
    { heading: words.fresh, students: students.filter(({ what }) => what === "fresh") },
    { heading: words.gone, students: students.filter(({ what }) => what === "gone") },
  ];
  return parts
    .filter((part) => part.students.length > 0)
    .map(({ heading, students }) => ({
      heading,
      students: [...students].sort((a, b) => Math.abs(gainOf(b)) - Math.abs(gainOf(a))),
    }));
}

/** How many went up and down on each question, those that moved most first. */
export function questionsOf({ students }: Comparison): { question: string; up: number; down: number }[] {
  const answers = students.flatMap((student) => student.answers.filter(({ reasonsOnly }) => !reasonsOnly));
  return [...grouped(answers, ({ question }) => question)]
    .map(([question, changes]) => {
      const gains = changes.map(({ before, after }) => (after?.points ?? 0) - (before?.points ?? 0));
      const [up, down] = [gains.filter((gain) => gain > 0).length, gains.filter((gain) => gain < 0).length];
      return { question, up, down };
    })
    .filter(({ up, down }) => up + down > 0)
    .sort((a, b) => b.up + b.down - (a.up + a.down));
}

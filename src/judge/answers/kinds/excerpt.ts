/**
 * Judges an excerpt of the broker's log: by what it shows of one client, with the claims that judge a broker. What no
 * broker writes, and what is not in the broker's own log where that is given, is left to the teacher.
 */
import { phrase, type Text } from "../../../words/text";
import type { Answer, Written } from "../answer";
import type { Context } from "../context";
import { asJournal } from "../evidence/as-wire";
import { conversationsOf } from "../evidence/conversations";
import { doubtsOf, isOwn } from "../evidence/doubts";
import { isLog, readExcerpt, type Excerpt } from "../evidence/excerpt";
import { odditiesOf } from "../evidence/oddities";
import { groupsOf, shareOf, type Group } from "../evidence/shares";
import { shownIn, type Shown } from "../evidence/showings";
import { at, labelOf, missingTells, readingTells } from "../evidence/tells";
import { WORDS } from "../evidence/words";
import type { Judged } from "../mark";
import type { QuestionOf } from "../question";
import { quoted, unreadable } from "./judged";

export function judgeExcerpt(answer: Answer, { shows }: QuestionOf<"excerpt">, context: Context): Judged {
  const written = evidenceOf(answer);
  const excerpt = readExcerpt(written);
  if (!isLog(excerpt) && odditiesOf(excerpt).length === 0)
    return unreadable("no-log", noLog(written, excerpt));
  const view = asJournal(conversationsOf(excerpt));
  const shown = shows.map((showing) => shownIn(view, showing));
  const groups = groupsOf(shown, isOwn(context.student));
  const share = shareOf(groups);
  const doubts = doubtsOf(excerpt, groups, context).filter(({ outweighs }) => outweighs || share > 0);
  return {
    share: doubts.length > 0 ? null : share,
    reasons: [...doubts.map(({ reason }) => reason), ...groups.flatMap(reasonsOf)],
    tells: [
      ...new Set(doubts.flatMap(({ tell }) => tell ?? [])),
      ...groups.flatMap(missingTells),
      ...readingTells(excerpt),
    ],
    rules: [...new Set([...doubts.map(({ rule }) => rule), ...groups.flatMap(rulesOf)])],
  };
}

/** The lines may stand in the place for them or in that of the answer, which is the same thing here. */
function evidenceOf({ answer, excerpt }: Answer): Written {
  const places = [excerpt, answer].filter((written) => written !== undefined && written.text.trim() !== "");
  return places.find((written) => written && isLog(readExcerpt(written))) ?? places[0] ?? answer;
}

function noLog(written: Written, { strange }: Excerpt): Text {
  const [first] = strange;
  if (first === undefined) return at(written, WORDS.noLog);
  return at(first, phrase`${WORDS.noLog}${WORDS.colon}${quoted(first.text)}`);
}

function reasonsOf({ all, shown, clients }: Group): Text[] {
  return all.map((one) => {
    const found = shown.includes(one)
      ? phrase`${WORDS.shownOf}${clients.slice(0, 3).join(", ")}`
      : (one.missing ?? WORDS.notShown);
    return phrase`${labelOf(one.showing)} (${one.showing})${WORDS.colon}${found}`;
  });
}

function rulesOf({ all, shown }: Group): string[] {
  return all.map((one: Shown) => `${one.showing}:${shown.includes(one) ? "shown" : "missing"}`);
}

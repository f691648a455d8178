/**
 * What no broker writes, or not in that order: lines that were typed, altered, moved or put together of several logs. Each
 * is for the teacher to look at; nobody is accused, since a line that was left out can look like it.
 */
import { phrase, same, type Text } from "../../../words/text";
import { conversationsOf, isEarlier, type Conversation } from "./conversations";
import type { Excerpt, ShownLine } from "./excerpt";
import { isForged, neverPrinted } from "./odd-lines";
import { unmatched, type Call } from "./pairs";
import { WORDS } from "./words";

/** @returns one sentence each, with the line of the sheet and the name of the rule */
export function odditiesOf(excerpt: Excerpt): Oddity[] {
  const conversations = conversationsOf(excerpt);
  return [
    ...excerpt.strange.filter(({ text }) => isForged(text)).map(({ line }) => odd("form", line)),
    ...excerpt.lines.flatMap((line) => neverPrinted(line, excerpt.lines).map((rule) => odd(rule, line.line))),
    ...backwards(excerpt.lines),
    ...conversations.flatMap(outOfTurn),
    ...conversations.flatMap((conversation, i) => lateConnect(conversation, conversations.slice(i + 1))),
  ];
}

export interface Oddity {
  readonly rule: keyof typeof WORDS.odd;
  readonly what: Text;
}

function odd(rule: Oddity["rule"], line: number): Oddity {
  return { rule, what: phrase`${WORDS.line}${line}${WORDS.colon}${WORDS.odd[rule]}` };
}

function backwards(lines: readonly ShownLine[]): Oddity[] {
  return lines
    .filter((line, i) => !line.apart && isEarlier(line, lines[i - 1]))
    .map(({ line }) => odd("backwards", line));
}

/**
 * What no broker writes, or not in that order: lines that were typed, altered, moved or put together of several logs. Each
 * is for the teacher to look at; nobody is accused, since a line that was left out can look like it.
 */
import type { Text } from "../../../words/text";
import { atLine } from "../kinds/judged";
import { conversationsOf, isEarlier, type Conversation } from "./conversations";
import type { Excerpt, ShownLine } from "./excerpt";
import { isForged, neverPrinted } from "./odd-lines";
import { unmatched } from "./pairs";
import { WORDS } from "./words";

export interface Oddity {
  readonly rule: keyof typeof WORDS.odd;
  /** With the line of the sheet. */
  readonly what: Text;
}

export function odditiesOf(excerpt: Excerpt): Oddity[] {
  const conversations = conversationsOf(excerpt);
  return [
    ...excerpt.strange.filter(({ text }) => isForged(text)).map((line) => odd("form", line)),
    ...excerpt.lines.flatMap((line) => neverPrinted(line, excerpt.lines).map((rule) => odd(rule, line))),
    ...excerpt.lines
      .filter((line, i) => !line.apart && isEarlier(line, excerpt.lines[i - 1]))
      .map((line) => odd("backwards", line)),
    ...conversations.flatMap((conversation) => outOfTurn(conversation, excerpt)),
    ...conversations.flatMap((conversation, i) => lateConnect(conversation, conversations.slice(i + 1))),
  ];
}

function odd(rule: Oddity["rule"], { line }: { readonly line: number }): Oddity {
  return { rule, what: atLine(line, WORDS.odd[rule]) };
}

/** Answers before what they answer, and answers with another packet identifier than what they stand behind. */
function outOfTurn(conversation: Conversation, { lines }: Excerpt): Oddity[] {
  const { calls, answers } = unmatched(conversation);
  return answers.flatMap((answer) => {
    const call = calls.find(
      ({ from, type, line }) =>
        from === answer.from && type === answer.type && !isApart(lines, line, answer.line),
    );
    if (call === undefined) return [];
    const isSame = call.packetId === answer.packetId;
    const isBefore = lines.indexOf(answer.line) < lines.indexOf(call.line);
    return isBefore === isSame ? [odd(isBefore ? "order" : "packetId", answer.line)] : [];
  });
}

/** Whether the student has marked that something is left out between the two. */
function isApart(lines: readonly ShownLine[], one: ShownLine, other: ShownLine): boolean {
  const [first = 0, last = 0] = [lines.indexOf(one), lines.indexOf(other)].sort((a, b) => a - b);
  return lines.slice(first + 1, last + 1).some(({ apart }) => apart);
}

/** A CONNACK that stands before the "New client connected" that it answers. */
function lateConnect({ client, lines }: Conversation, later: readonly Conversation[]): Oddity[] {
  const next = later.find((other) => other.client === client);
  const connack = lines.find(isConnack);
  const isWhole = lines.some(
    ({ event }) => event.kind === "client-connected" || event.kind === "disconnected",
  );
  const [first, ...rest] = next?.lines ?? [];
  if (connack === undefined || isWhole || first?.event.kind !== "client-connected") return [];
  return first.apart || rest.some(isConnack) ? [] : [odd("order", connack)];
}

function isConnack({ event }: ShownLine): boolean {
  return event.kind === "packet" && event.type === "CONNACK";
}

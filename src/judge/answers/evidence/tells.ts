/** What a student is told about their excerpt: what was read of it, and which kind of step is missing; never which packet. */
import { phrase, same, type Text } from "../../../words/text";
import type { Position } from "../answer";
import { quoted } from "../kinds/judged";
import type { Showing } from "../question";
import type { Excerpt } from "./excerpt";
import type { Group } from "./shares";
import { WORDS } from "./words";

const CONNECTION: Text = { en: "connection", fr: "connexion" };
const SUBSCRIPTION: Text = { en: "subscription", fr: "abonnement" };

const LABELS: Readonly<Record<Showing, Text>> = {
  connect: CONNECTION,
  connack: CONNECTION,
  subscribe: SUBSCRIPTION,
  suback: SUBSCRIPTION,
  qos0: same("QoS 0"),
  qos1: same("QoS 1"),
  qos2: same("QoS 2"),
  ping: same("ping"),
};

/** The kind of step that something to be shown is. */
export function labelOf(showing: Showing): Text {
  return LABELS[showing];
}

/** What is missing of a group; nothing where it is whole, or where only the teacher can tell. */
export function missingTells({ all, shown }: Group): Text[] {
  const [first] = all;
  if (first === undefined || shown.length === all.length || all.some(({ doubt }) => doubt !== undefined))
    return [];
  const isShown = all.every(({ by }) => by.length > 0);
  const isBegun = all.some(({ by, isBegun }) => by.length > 0 || isBegun);
  const what = isShown ? WORDS.notOne : isBegun ? WORDS.incomplete : WORDS.nothing;
  return [phrase`${labelOf(first.showing)}${WORDS.colon}${what}`];
}

/** What became of the text: lines that were left out, joined, or end too early. */
export function readingTells({ strange, wraps, lines }: Excerpt): Text[] {
  const [other, wrap, cut] = [strange[0], wraps[0], lines.find((line) => line.cut)];
  return [
    ...(other === undefined ? [] : [at(other, phrase`${WORDS.leftOut}${quoted(other.text)}`)]),
    ...(wrap === undefined ? [] : [at(wrap, WORDS.joined)]),
    ...(cut === undefined ? [] : [at(cut, WORDS.endMissing)]),
  ];
}

/** @returns the text behind its place on the sheet, as compilers write it */
export function at({ line, column }: Position, text: Text): Text {
  return phrase`${line}:${column}: ${text}`;
}

/** Answers as tests hand them in, and what is expected of them. */
import type { Answer } from "../../answer";
import type { Context } from "../../context";
import type { Judged } from "../../mark";
import { truthOf } from "../../truth/load";

/** What a marked answer must come to: its share, or that it is left to the teacher or could not be read. */
export type Expected = number | "teacher" | "ungradable";

/** Of Mosquitto 2.0.11. None of these kinds looks at the rubric. */
export const CONTEXT = {
  truth: truthOf("2.0.11"),
  student: { name: "", number: "", clients: [] },
} as unknown as Context;

/** Line of the sheet where answers of tests begin. */
export const LINE = 12;

export function answering(text: string, commands?: string): Answer {
  const written = (part: string) => ({ text: part, line: LINE, column: 3 });
  return { answer: written(text), ...(commands === undefined ? {} : { commands: written(commands) }) };
}

/** Shares in hundredths, as points are. */
export function outcome({ share, ungradable }: Judged): Expected {
  if (ungradable) return "ungradable";
  return share === null ? "teacher" : Math.round(share * 100) / 100;
}

/** What tells and reasons say, in both languages. */
export function said(texts: Judged["tells"]): string {
  return texts.flatMap(({ en, fr }) => [en, fr]).join("\n");
}

export const COMMON = { section: "2.4", points: 2, asks: { en: "?", fr: " ?" }, hints: [] } as const;

/** Texts that nobody types: each must be answered at once, by anything but a crash. */
export const HOSTILE: readonly (readonly [string, string])[] = [
  ["10 MB of one word", "PUBLISH, ".repeat(1_100_000)],
  ["a million digits", "1".repeat(1_000_000)],
  ["thousands of quotes", `'"\u00ab`.repeat(5_000)],
  ["an open quote before much", `mosquitto_sub -t '${"a/".repeat(30_000)}`],
  ["thousands of brackets", "(".repeat(5_900)],
  ["thousands of arrows", "->".repeat(2_900)],
  ["spaces", ` ${"\t ".repeat(32_000)}x`],
  ["blanks within", `mosquitto_sub -t${" ".repeat(5_900)}x`],
  ["quotes within", `a ${"'".repeat(5_900)} b`],
  ["digits and marks", "1:1→".repeat(1_490)],
  ["lines", "\n\r\n".repeat(20_000)],
  ["odd Unicode", "\u202e\u0000\ud800\ufeff\u{1f600}e\u0301\u0301\u0301 PUBL\u0131SH \u212a"],
  ["combining marks", `e${"\u0301".repeat(5_900)}`],
  ["names of objects", "constructor __proto__ toString hasOwnProperty"],
  ["HTML", "<script>alert(1)</script>PUBLISH<!--"],
  ["a formula", '=HYPERLINK("http://a","PUBLISH")'],
  ["backslashes", "\\".repeat(5_999)],
  ["dashes", "-".repeat(5_999)],
  ["nested substitutions", "$(".repeat(2_900)],
  ["many options", `mosquitto_sub ${"-t a ".repeat(1_100)}`],
  ["many commands", "mosquitto_sub -t '#'\n".repeat(280)],
  ["many levels", `${"+/".repeat(2_900)}#`],
];

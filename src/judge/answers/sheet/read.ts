/** Reads a sheet that was filled in, in YAML or Markdown. Whatever it holds, it is read in bounded time and without an exception. */
import type { Problem, Sheet } from "../answer";
import { ownQuestions } from "../questions/own";
import type { SheetQuestion } from "../question";
import { LANGS, type Text } from "../../../words/text";
import { assembled } from "./assemble";
import { WHOLE } from "./complaints";
import type { Draft, Lookup } from "./draft";
import { readMarkdown } from "./markdown/read";
import { cleaned } from "./source";
import { wordingOf } from "./wording";
import { readYaml } from "./yaml/read";

/** Bytes of a sheet. */
const LONGEST = 2 * 1024 * 1024;
const MOST_LINES = 40_000;
/** How archives (among them what word processors write), PDF and RTF begin. */
const NO_TEXT = ["PK\u0003\u0004", "%PDF-", "{\\rtf", "\u00d0\u00cf\u0011\u00e0"];

/**
 * @param source of the sheet, as `sheetText` decodes it
 * @param name of its file: `.md` is Markdown, `.yaml` is YAML, unless what it holds is the other
 * @param questions that are asked
 */
export function readSheet(source: string, name: string, questions: readonly SheetQuestion[]): Sheet {
  if (Buffer.byteLength(source) > LONGEST) return unread(WHOLE.tooLong);
  if (NO_TEXT.some((beginning) => source.startsWith(beginning))) return unread(WHOLE.noText);
  const text = cleaned(source);
  if (hasMoreLines(text, MOST_LINES)) return unread(WHOLE.tooLong);
  const lookup = lookupOf(questions);
  return assembled(draftOf(text, name, lookup), questions, lookup);
}

function hasMoreLines(text: string, most: number): boolean {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0 && lines <= most; at = text.indexOf("\n", at + 1)) lines++;
  return lines > most;
}

/** The same for all sheets of a class. */
const LOOKUPS = new WeakMap<readonly SheetQuestion[], Lookup>();

function lookupOf(questions: readonly SheetQuestion[]): Lookup {
  const kept = LOOKUPS.get(questions);
  if (kept !== undefined) return kept;
  const asked = new Set(questions.map(({ id }) => id));
  const wordings = questions.map(
    (question) => [question.id, LANGS.map((lang) => wordingOf(question, lang).join(" "))] as const,
  );
  const lookup = {
    asked,
    known: new Set([...asked, ...ownQuestions().map(({ id }) => id)]),
    wordings: new Map(wordings),
  };
  LOOKUPS.set(questions, lookup);
  return lookup;
}

/** A name may be wrong, and the comments of a sheet in YAML look like headings: what has more questions is what it is. */
function draftOf(source: string, name: string, lookup: Lookup): Draft {
  const yaml = readYaml(source, lookup);
  const isYaml = !/\.(?:md|markdown)$/i.test(name) && yaml.entries.length * 2 > lookup.asked.size;
  if (isYaml) return yaml;
  const markdown = readMarkdown(source, lookup);
  const [inYaml, inMarkdown] = [questionsIn(yaml), questionsIn(markdown)];
  // An answer may name questions, each on a line of its own: the file's own name outweighs a few.
  const weight = /\.ya?ml$/i.test(name) ? 2 : 1;
  return inYaml > 0 && weight * inYaml >= inMarkdown ? yaml : markdown;
}

function questionsIn({ entries }: Draft): number {
  return new Set(entries.map(({ id }) => id)).size;
}

function unread(what: Text): Sheet {
  const problem: Problem = { line: 1, column: 1, what };
  return {
    lang: "en",
    student: { name: "", number: "", clients: [] },
    answers: new Map(),
    problems: [problem],
  };
}

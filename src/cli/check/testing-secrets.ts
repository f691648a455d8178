/** What no student may receive before the marks are published, and a search for it; for the tests beside this file. */
import type { SheetQuestion } from "../../judge/answers/question";
import { proseRubric } from "../../judge/answers/prose/rubric";
import { truthOf } from "../../judge/answers/truth/load";
import { LANGS } from "../../words/text";

interface Secret {
  readonly name: string;
  /** Looked for in a text without case, whose blanks are all alike. */
  readonly pattern: RegExp;
}

/** Shorter texts are words of the subject, which stand everywhere. */
const SHORTEST = 16;
/** Characters between the names of a sequence or the numbers of a list: arrows, commas, words that join. */
const BETWEEN = "(?:[^\\p{L}\\d.]{1,6}|[^\\p{L}\\d]+(?:then|and|puis|et|to|à)[^\\p{L}\\d]+)";

/** @param questions whose filters are looked for */
export function secrets(questions: readonly SheetQuestion[]): readonly Secret[] {
  return [...factSecrets(), ...rubricSecrets(), ...filterSecrets(questions)];
}

/** Names of those that a text gives away. */
export function leaksIn(text: string, all: readonly Secret[]): string[] {
  const plain = flat(text);
  return all.filter(({ pattern }) => pattern.test(plain)).map(({ name }) => name);
}

export function textSecret(text: string): Secret[] {
  const plain = flat(text);
  return plain.length < SHORTEST ? [] : [{ name: text, pattern: new RegExp(escaped(plain), "iu") }];
}

/** One blank for all kinds, so that neither typography nor line ends hide anything. */
function flat(text: string): string {
  return text
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/<\/?[a-z][^<>]*>/gi, " ")
    .replace(/\s+/g, " ");
}

function factSecrets(): Secret[] {
  const { facts } = truthOf();
  return Object.entries(facts).flatMap(([name, value]) => {
    const words = value.map(String);
    if (name.startsWith("version")) return versionSecrets(name, words);
    if (name.startsWith("topics") || words.length < 2) return [];
    return [
      {
        name,
        pattern: new RegExp(`(?<![\\p{L}\\d])${words.map(escaped).join(BETWEEN)}(?![\\p{L}\\d])`, "iu"),
      },
    ];
  });
}

/** The version beside its p. Of one that never appears there is nothing to look for. */
function versionSecrets(name: string, versions: readonly string[]): Secret[] {
  const p = name.split(" ").at(-1) ?? "";
  return versions.map((version) => ({
    name,
    pattern: new RegExp(`\\b${p}\\b[^\\n]{0,60}(?<![\\d.-])${escaped(version)}(?!\\.?\\d)`, "iu"),
  }));
}

function rubricSecrets(): Secret[] {
  const { questions } = proseRubric();
  const said = [...questions.values()].flatMap(({ notions, mistakes }) =>
    [...notions, ...mistakes].flatMap(({ says }) => LANGS.map((lang) => says[lang])),
  );
  return [...new Set(said)].flatMap(textSecret);
}

/** The filters that receive just what is asked for: with a wildcard, since a plain topic stands on the lab sheet. */
function filterSecrets(questions: readonly SheetQuestion[]): Secret[] {
  const isAsked = questions.some(({ kind }) => kind === "filter");
  return isAsked
    ? ["maison/+/temperature", "maison/salon/#", "maison/#"].map((filter) => ({
        name: filter,
        pattern: new RegExp(`(?<![\\w/])${escaped(filter)}`, "iu"),
      }))
    : [];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/**
 * What a person reads, in both languages of the house. A sentence that exists in one language only does not compile.
 * Used by everything that speaks: exercises, claims, diagnoses, reports and the command line.
 */
import { french } from "./typography";

export interface Text {
  readonly en: string;
  readonly fr: string;
}

export const LANGS = ["en", "fr"] as const;
export type Lang = (typeof LANGS)[number];

/** The text as its reader sees it. */
export function inLang(text: Text, lang: Lang): string {
  return lang === "fr" ? french(text.fr) : text[lang];
}

export function isText(value: unknown): value is Text {
  return typeof value === "object" && value !== null && LANGS.every((lang) => lang in value);
}

/** A text that is the same in every language: packets, numbers, identifiers. */
export function same(text: string): Text {
  return { en: text, fr: text };
}

/**
 * Builds a text from pieces: ``phrase`${packet} then ${other}` `` takes texts and plain values alike. The literal parts
 * must not be words, since they go into both languages unchanged.
 */
export function phrase(parts: TemplateStringsArray, ...values: readonly (Text | string | number)[]): Text {
  const build = (lang: Lang) =>
    parts.reduce((text, part, i) => {
      const value = values[i];
      if (value === undefined) return text + part;
      return text + part + (typeof value === "object" ? value[lang] : String(value));
    }, "");
  return { en: build("en"), fr: build("fr") };
}

/** The texts one after another, with `separator` between them. */
export function join(texts: readonly Text[], separator: Text | string): Text {
  const between = typeof separator === "string" ? same(separator) : separator;
  return {
    en: texts.map((text) => text.en).join(between.en),
    fr: texts.map((text) => text.fr).join(between.fr),
  };
}

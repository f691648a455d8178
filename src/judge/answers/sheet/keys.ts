/** The keys of a sheet, in both languages: one is written, either is read, with or without accents and capitals. */
import { LANGS, type Lang, type Text } from "../../../words/text";

/** Where a question can be answered. */
export const PARTS = ["answer", "excerpt", "commands"] as const;
export type Part = (typeof PARTS)[number];

/** What stands before the questions. */
export const HEADS = ["sheet", "lang", "name", "number", "clients"] as const;
export type Head = (typeof HEADS)[number];

export const KEYS: Readonly<Record<Part | Head, Text>> = {
  answer: { en: "answer", fr: "réponse" },
  excerpt: { en: "excerpt", fr: "extrait" },
  commands: { en: "commands", fr: "commandes" },
  sheet: { en: "sheet", fr: "feuille" },
  lang: { en: "lang", fr: "langue" },
  name: { en: "name", fr: "nom" },
  number: { en: "number", fr: "numéro" },
  clients: { en: "clients", fr: "clients" },
};

/** One spelling for all that differ in accents, capitals, dashes and what editors make of spaces. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[\u2010-\u2015\u2212_]/g, "-")
    .trim()
    .toLowerCase();
}

const NAMES = new Map(
  [...PARTS, ...HEADS].flatMap((key) => LANGS.map((lang) => [folded(KEYS[key][lang]), key] as const)),
);

/** One too many or too few is no mistake: `réponses`, `commande`. */
export function partOf(key: string): Part | undefined {
  const written = folded(key);
  const names = [written, `${written}s`, written.replace(/s$/, "")].map((name) => NAMES.get(name));
  return PARTS.find((part) => names.includes(part));
}

export function headOf(key: string): Head | undefined {
  const name = NAMES.get(folded(key));
  return HEADS.find((head) => head === name);
}

/** The language that a key is written in; none where it is the same in both. */
export function langOfKey(key: string): Lang | undefined {
  const langs = LANGS_OF.get(folded(key)) ?? [];
  return langs.length === 1 ? langs[0] : undefined;
}

const LANGS_OF = new Map<string, readonly Lang[]>();
for (const key of [...PARTS, ...HEADS]) {
  for (const lang of LANGS) {
    const name = folded(KEYS[key][lang]);
    LANGS_OF.set(name, [...(LANGS_OF.get(name) ?? []), lang]);
  }
}

/** Word families: which concepts a word or an expression of either language stands for. */
import { likenessTo } from "./likeness";
import { nearProtocol, PROTOCOL } from "./protocol";
import { remembered } from "./remembered";

/** As in `fixtures/questions/lexicon.json`: forms separated by spaces, `*` for any ending, `_` between the words of an expression. */
export type LexiconData = Readonly<Record<string, Readonly<Record<"fr" | "en", string>>>>;

export interface Found {
  readonly concepts: readonly string[];
  /** How many words it takes. */
  readonly length: number;
  /** Known by its sound or but for one letter. */
  readonly misspelt?: true;
}

interface Form {
  readonly words: readonly string[];
  readonly concept: string;
  /** Of its first word, what comes before `*`; the word itself where no ending may follow. */
  readonly stem: string;
  readonly isOpen: boolean;
}

/** What may stand where a word does. */
interface Begun {
  /** What it is by itself. */
  readonly alone?: Found;
  /** What it is exactly, filler set aside. */
  readonly own: readonly string[];
  /** Expressions of several words whose first it fits. */
  readonly expressions: readonly Form[];
}

const TURNS_ROUND = new Set(
  "moins less least fewer pas not non no ne n publish ping exactly exactement once fois only seule rien nothing sans without peu jamais never aucun aucune double contre".split(
    " ",
  ),
);

/** Words that are themselves, whatever they sound like: nothing is known of them. */
const PLAIN = "PLAIN";
/** Words that say nothing of their own: no expression becomes one of them. */
const FILLER = "FILLER";

/** Shorter words are never matched but exactly: too many others are one letter away. */
const LONG_ENOUGH = 5;
/** Stems are filed under so many letters at most. */
const KEY = 3;

export class Lexicon {
  private readonly exact = new Map<string, Form[]>();
  private readonly endings = new Map<string, Form[]>();
  private readonly begunBy = remembered((word) => this.begun(word));

  private readonly plain = new Set<string>();
  private readonly alikeTo: (word: string) => readonly string[];

  constructor(data: LexiconData) {
    const misspelt: Form[] = [];
    for (const [concept, { fr, en }] of Object.entries(data)) {
      for (const source of `${fr} ${en}`.split(" ")) {
        if (source === "") continue;
        const form = formOf(source, concept);
        if (concept === PLAIN) for (const word of form.words) this.plain.add(word);
        else this.add(form);
        if (canBeMisspelt(form)) misspelt.push(form);
      }
    }
    this.alikeTo = remembered(likenessTo(misspelt));
  }

  /** The longest expression that begins at a word. */
  at(words: readonly string[], from: number): Found | undefined {
    const first = words[from] ?? "";
    const { alone, expressions } = this.begunBy(first);
    const fits = expressions.filter(({ words: form }) =>
      form.every((word, i) => i === 0 || suits(word, words[from + i])),
    );
    if (fits.length === 0) return alone;
    const length = Math.max(...fits.map((form) => form.words.length));
    const concepts = fits.filter((form) => form.words.length === length).map(({ concept }) => concept);
    const within = this.within(words.slice(from, from + length));
    return { concepts: [...new Set([...concepts, ...within])], length };
  }

  private begun(word: string): Begun {
    const fits = this.beginning(word);
    const single = fits.filter(({ words }) => words.length === 1);
    const concepts = [...new Set(single.map(({ concept }) => concept))];
    const alone = single.length === 0 ? this.misspelt(word) : { concepts, length: 1 };
    return {
      ...(alone !== undefined && { alone }),
      own: concepts.filter((concept) => concept !== FILLER),
      expressions: fits.filter(({ words }) => words.length > 1),
    };
  }

  /** What the words of an expression mean by themselves, unless it turns that round: "moins lent", "not read". */
  private within(words: readonly string[]): readonly string[] {
    if (words.some((word) => TURNS_ROUND.has(word))) return [];
    return words.flatMap((word) => this.begunBy(word).own);
  }

  private add(form: Form): void {
    const { stem, isOpen } = form;
    const [table, key] = isOpen ? [this.endings, stem.slice(0, KEY)] : [this.exact, stem];
    const forms = table.get(key);
    if (forms === undefined) table.set(key, [form]);
    else forms.push(form);
  }

  /** Forms whose first word it is. */
  private beginning(word: string): readonly Form[] {
    const forms = [...(this.exact.get(word) ?? [])];
    for (let length = 1; length <= Math.min(KEY, word.length); length++)
      for (const form of this.endings.get(word.slice(0, length)) ?? [])
        if (word.startsWith(form.stem)) forms.push(form);
    return forms;
  }

  private misspelt(word: string): Found | undefined {
    if (word.length < LONG_ENOUGH || !/^[a-z]+$/.test(word) || PROTOCOL.has(word) || nearProtocol(word))
      return undefined;
    if (this.plain.has(word)) return undefined;
    const known = this.alikeTo(word);
    return known.length === 0 ? undefined : { concepts: known, length: 1, misspelt: true };
  }
}

function formOf(source: string, concept: string): Form {
  const words = source.includes("_") ? source.split("_") : [source];
  const [first = ""] = words;
  const isOpen = first.endsWith("*");
  return { words, concept, stem: isOpen ? first.slice(0, -1) : first, isOpen };
}

function suits(form: string, word: string | undefined): boolean {
  if (word === undefined) return false;
  return form.endsWith("*") ? word.startsWith(form.slice(0, -1)) : word === form;
}

function canBeMisspelt({ words, concept, stem }: Form): boolean {
  if (words.length > 1 || concept === PLAIN || concept === FILLER) return false;
  return stem.length >= LONG_ENOUGH && /^[a-z]+$/.test(stem) && !PROTOCOL.has(stem);
}

/** Word families: which concepts a word or an expression of either language stands for. */
import { soundOf } from "./sound";
import { isOneSlipFrom } from "./slip";
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

export class Lexicon {
  private readonly exact = new Map<string, Form[]>();
  private readonly endings = new Map<string, Form[]>();
  private readonly begunBy = remembered((word) => this.begun(word));
  private readonly alikeTo = remembered((word) => this.alike(word));
  private readonly plain: ReadonlySet<string>;
  private readonly sounds: readonly { sound: string; stem: string; open: boolean; concept: string }[];

  constructor(data: LexiconData) {
    const forms = Object.entries(data).flatMap(([concept, { fr, en }]) =>
      `${fr} ${en}`
        .split(" ")
        .filter((form) => form !== "")
        .map((form): Form => ({ words: form.split("_"), concept })),
    );
    this.plain = new Set(forms.filter(({ concept }) => concept === PLAIN).flatMap(({ words }) => words));
    const concepts = forms.filter(({ concept }) => concept !== PLAIN);
    for (const form of concepts) this.add(form);
    this.sounds = concepts.filter(canBeMisspelt).map(({ words: [word = ""], concept }) => {
      const stem = word.replace(/\*$/, "");
      return { sound: soundOf(stem), stem, open: word.endsWith("*"), concept };
    });
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
    const fits = this.beginning(word).filter(({ words: [first = ""] }) => suits(first, word));
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
    const [first = ""] = form.words;
    const open = first.endsWith("*");
    const key = open ? first.slice(0, Math.min(3, first.length - 1)) : first;
    const table = open ? this.endings : this.exact;
    table.set(key, [...(table.get(key) ?? []), form]);
  }

  private beginning(word: string): readonly Form[] {
    const open = [1, 2, 3].flatMap((length) => this.endings.get(word.slice(0, length)) ?? []);
    return [...(this.exact.get(word) ?? []), ...new Set(open)];
  }

  private misspelt(word: string): Found | undefined {
    if (word.length < LONG_ENOUGH || !/^[a-z]+$/.test(word) || PROTOCOL.has(word) || nearProtocol(word))
      return undefined;
    if (this.plain.has(word)) return undefined;
    const known = this.alikeTo(word);
    return known.length === 0 ? undefined : { concepts: known, length: 1, misspelt: true };
  }

  private alike(word: string): readonly string[] {
    const sound = soundOf(word);
    const bySound = this.sounds.filter((form) =>
      form.open ? sound.startsWith(form.sound) : endless(sound) === endless(form.sound),
    );
    const found =
      bySound.length > 0 ? bySound : this.sounds.filter(({ stem, open }) => isOneSlipFrom(word, stem, open));
    return [...new Set(found.map(({ concept }) => concept))];
  }
}

/** Endings that are not heard. */
function endless(sound: string): string {
  return sound.replace(/(?:e?s|e?nt|e|t|d|r|k?s)$/, "");
}

function suits(form: string, word: string | undefined): boolean {
  if (word === undefined) return false;
  return form.endsWith("*") ? word.startsWith(form.slice(0, -1)) : word === form;
}

function canBeMisspelt({ words, concept }: Form): boolean {
  const [word = ""] = words;
  if (concept === FILLER) return false;
  const stem = word.replace(/\*$/, "");
  return words.length === 1 && stem.length >= LONG_ENOUGH && /^[a-z]+$/.test(stem) && !PROTOCOL.has(stem);
}

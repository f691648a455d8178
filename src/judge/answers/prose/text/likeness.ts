/** What a word that nobody writes so may have been meant for: what sounds like it, else what is one slip of the pen away. */
import { isOneSlipFrom } from "./slip";
import { endless, soundsOf } from "./sound";

interface Meant {
  readonly concept: string;
  readonly stem: string;
  /** Whether any ending may follow. */
  readonly isOpen: boolean;
}

/** Places in a list of what may be meant. */
type Places = Map<string, number[]>;

interface Sounds {
  /** By their whole sound: what may be followed by any ending. */
  readonly open: Places;
  /** By their sound without its ending: the others. */
  readonly closed: Places;
}

/** @returns of a word, the concepts that may be meant, in the order of the list */
export function likenessTo(list: readonly Meant[]): (word: string) => readonly string[] {
  let sounds: Sounds | undefined;
  let byLetter: Places | undefined;
  return (word) => {
    sounds ??= soundsIn(list);
    const heard = alikeIn(sounds, word);
    if (heard.length > 0) return conceptsAt(list, heard);
    byLetter ??= byFirstLetter(list);
    const near = byLetter.get(word.slice(0, 1)) ?? [];
    return conceptsAt(list, near.filter(isNear));

    function isNear(at: number): boolean {
      const meant = list[at];
      return meant !== undefined && isOneSlipFrom(word, meant.stem, meant.isOpen);
    }
  };
}

function soundsIn(list: readonly Meant[]): Sounds {
  const sounds = soundsOf(list.map(({ stem }) => stem));
  const ended = endless(sounds);
  const open: Places = new Map();
  const closed: Places = new Map();
  for (const [at, { isOpen }] of list.entries())
    if (isOpen) file(open, sounds[at] ?? "", at);
    else file(closed, ended[at] ?? "", at);
  return { open, closed };
}

function byFirstLetter(list: readonly Meant[]): Places {
  const places: Places = new Map();
  for (const [at, { stem }] of list.entries()) file(places, stem.slice(0, 1), at);
  return places;
}

function file(places: Places, key: string, at: number): void {
  const others = places.get(key);
  if (others === undefined) places.set(key, [at]);
  else others.push(at);
}

function alikeIn({ open, closed }: Sounds, word: string): readonly number[] {
  const [sound = ""] = soundsOf([word]);
  const [ended = ""] = endless([sound]);
  const found = [...(closed.get(ended) ?? [])];
  for (let length = 0; length <= sound.length; length++)
    found.push(...(open.get(sound.slice(0, length)) ?? []));
  return found.sort((a, b) => a - b);
}

function conceptsAt(list: readonly Meant[], places: readonly number[]): readonly string[] {
  return [...new Set(places.flatMap((at) => list[at]?.concept ?? []))];
}

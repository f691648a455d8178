/** How a word sounds, roughly, in French: what most misspellings leave alone. Never asked about names of the protocol. */

/** Of words, a line each. */
const STEPS: readonly (readonly [RegExp, string])[] = [
  [/(.)\1+/g, "$1"],
  [/ph/g, "f"],
  [/qu|ck|ch(?=r)|c(?=[aoulrtk]|$)/gm, "k"],
  [/ck/g, "k"],
  [/c(?=[eiy])/g, "s"],
  [/ti(?=on|el|al)/g, "si"],
  [/g(?=[ei])/g, "j"],
  [/eau|au/g, "o"],
  [/ai|ei/g, "e"],
  [/([aeio])[mn](?=[bcdfgjklmnpqrstvwxz])/g, "$1n"],
  [/an(?=[^aeiou\n])|em(?=[^aeiou\n])/g, "en"],
  [/y/g, "i"],
  [/z/g, "s"],
  [/h/g, ""],
  [/x/g, "ks"],
  [/(.)\1+/g, "$1"],
];

/** At once, since a lexicon has thousands: to begin a search takes longer than a word does. */
export function soundsOf(words: readonly string[]): readonly string[] {
  return STEPS.reduce((sound, [from, to]) => sound.replace(from, to), words.join("\n")).split("\n");
}

/** Without endings that are not heard. */
export function endless(sounds: readonly string[]): readonly string[] {
  return sounds
    .join("\n")
    .replace(/(?:e?s|e?nt|e|t|d|r|k?s)$/gm, "")
    .split("\n");
}

/** How a word sounds, roughly, in French: what most misspellings leave alone. Never asked about names of the protocol. */

const STEPS: readonly (readonly [RegExp, string])[] = [
  [/(.)\1+/g, "$1"],
  [/ph/g, "f"],
  [/qu|ck|ch(?=r)|c(?=[aoulrtk]|$)/g, "k"],
  [/ck/g, "k"],
  [/c(?=[eiy])/g, "s"],
  [/ti(?=on|el|al)/g, "si"],
  [/g(?=[ei])/g, "j"],
  [/eau|au/g, "o"],
  [/ai|ei/g, "e"],
  [/([aeio])[mn](?=[bcdfgjklmnpqrstvwxz])/g, "$1n"],
  [/an(?=[^aeiou])|em(?=[^aeiou])/g, "en"],
  [/y/g, "i"],
  [/z/g, "s"],
  [/h/g, ""],
  [/x/g, "ks"],
  [/(.)\1+/g, "$1"],
];

export function soundOf(word: string): string {
  return STEPS.reduce((sound, [from, to]) => sound.replace(from, to), word);
}

/** Words that hold a sentence together. They tell statements from heaps of keywords, and French from English. */

const FRENCH =
  "le la les l un une des du de d au aux ce cet cette ces c ca sa son ses leur leurs mon ma notre nos vos votre il elle ils elles on je j tu nous vous se s me m te lui y en ne n " +
  "que qu qui quoi dont ou et est sont etait etre a ont avoir ai as avait fait faire peut peuvent doit doivent va vont dans par pour sur avec chez vers entre mais donc or car si comme quand lorsque alors " +
  "puis ensuite apres avant aussi tres bien encore deja ici la-bas meme tel telle cela ceci celui celle ceux celles autre autres parce c'est voici voila il-y-a quelque quelques chaque tout tous toute toutes eu ete soit sera serait dit dire veut signifie correspond permet sert quel quelle lequel laquelle pendant jusqu lors cas toujours question " +
  "ainsi afin cad etc quant presque voila peu beaucoup plutot simplement juste vraiment ils-elles jusque depuis puisque lorsqu puisqu quelqu aujourd hui";
const ENGLISH =
  "the a an of to in on at by for from with and or is are was were be been being it its this that these those they them their he she his her i we you my our your which who whom what when where while as than so do does did has have had can could may might must shall should will would there here if then also very just only into about over up out one's s t because not no but just each every any some all both other same such how why mean means meaning tell tells says say used use uses using get gets got even still now like after before since it's let lets re";

const BOTH: readonly (readonly ["fr" | "en", ReadonlySet<string>])[] = [
  ["fr", new Set(FRENCH.split(" "))],
  ["en", new Set(ENGLISH.split(" "))],
];

const ALL = new Set(BOTH.flatMap(([, words]) => [...words]));

export function isFunctionWord(word: string): boolean {
  return ALL.has(word);
}

/** @returns the language with more of its small words; nothing where both have as many */
export function languageOf(words: readonly string[]): "fr" | "en" | undefined {
  const [fr = 0, en = 0] = BOTH.map(([, small]) => words.filter((word) => small.has(word)).length);
  if (fr === en) return undefined;
  return fr > en ? "fr" : "en";
}

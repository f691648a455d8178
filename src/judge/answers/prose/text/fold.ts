/** Brings an answer into the one spelling that everything else reads: lower case, no accents, one kind of quote, dash and arrow. */

const REPLACED: readonly (readonly [RegExp, string])[] = [
  [/<\/?[a-z][^<>]{0,200}>/gi, " "],
  [/&nbsp;/g, " "],
  [/&gt;/g, ">"],
  [/&lt;/g, "<"],
  [/&amp;/g, "&"],
  [/[\u2018\u2019\u02bc`´]/g, "'"],
  [/[«»"“”*]/g, " "],
  [/[\u2010-\u2015]/g, "-"],
  [/œ/g, "oe"],
  [/æ/g, "ae"],
  [/->>|-->|=>|==>|→|⇒|⟶|➡|➜|>>|➔/g, " → "],
  [/<<-|<--|<=|<==|←|⇐|⟵|⬅|<</g, " ← "],
  [/<->|↔|⇄|⇆/g, " , "],
  [/->/g, " → "],
  [/<-/g, " ← "],
  [/≥/g, " >= "],
  [/×/g, "x"],
  [/❌|✘|✗|✖/gu, " ✘ "],
  [/✅|✔|✓/gu, " ✔ "],
];

/** Longer answers are read up to here. Nobody who answers a question of the sheet needs as much. */
export const READ_AT_MOST = 6000;

let last: { readonly text: string; readonly folded: string } | undefined;

/** Who asks again for the same text, as several judges of one answer do, need not wait. */
export function fold(text: string): string {
  if (last?.text !== text) last = { text, folded: folded(text) };
  return last.folded;
}

function folded(text: string): string {
  const plain = text
    .slice(0, READ_AT_MOST)
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
  return REPLACED.reduce((folded, [from, to]) => folded.replace(from, to), plain);
}

/** Cuts folded text into words, sentences and clauses. Nothing is understood yet. */

export interface Word {
  readonly text: string;
  /** Counted from 0 over the whole answer. */
  readonly sentence: number;
  /** Counted from 0 over the whole answer: what stands between commas, colons, brackets and joining words. */
  readonly clause: number;
  /** The first of its line, or of its entry in a list. */
  readonly leads: boolean;
  /** The mark before it, if there is one: `:` `,` `(`. */
  readonly mark: string;
}

/** What students write for longer words, by the folded form. French text messages above all. */
const SHORT: Readonly<Record<string, string>> = {
  ke: "que",
  k: "que",
  ki: "qui",
  kon: "qu on",
  kan: "quand",
  kand: "quand",
  qd: "quand",
  pr: "pour",
  pa: "pas",
  tt: "tout",
  tjs: "toujours",
  tjrs: "toujours",
  tjr: "toujours",
  tjours: "toujours",
  msg: "message",
  msgs: "messages",
  mm: "meme",
  chak: "chaque",
  kel: "quel",
  nb: "nombre",
  pcq: "parce que",
  pck: "parce que",
  parceke: "parce que",
  parceque: "parce que",
  pasque: "parce que",
  pasqu: "parce que",
  ds: "dans",
  ac: "avec",
  av: "avec",
  bcp: "beaucoup",
  pb: "probleme",
  ya: "il y a",
  jamai: "jamais",
  jms: "jamais",
  cf: "voir",
  w: "with",
  "w/o": "without",
  w_o: "without",
  u: "you",
  r: "r",
  cuz: "because",
  bc: "because",
  cant: "can not",
  cannot: "can not",
  dont: "do not",
  doesnt: "does not",
  isnt: "is not",
  wont: "will not",
  didnt: "did not",
  arent: "are not",
  lautre: "l autre",
  lotre: "l autre",
  lot: "l autre",
  quil: "qu il",
  kil: "qu il",
  sest: "s est",
  cest: "c est",
  sai: "c est",
  nest: "n est",
  na: "n a",
  ni: "ni",
  foi: "fois",
  tou: "tout",
  mes: "mes",
  cad: "c est a dire",
  tps: "temps",
  sec: "secondes",
  secs: "seconds",
  mabone: "m abonne",
  es: "est",
  tampi: "tant pis",
  repon: "repond",
  vien: "vient",
  plu: "plus",
  resoi: "recoit",
  ressoi: "recoit",
  resoit: "recoit",
  ressoit: "recoit",
  recoi: "recoit",
  serv: "serveur",
  abo: "abonne",
  abos: "abonnes",
  sub: "subscriber",
  subs: "subscribers",
  pub: "publisher",
  nivo: "niveau",
  nivos: "niveaux",
  max: "max",
  ack: "ack",
  kom: "comme",
  com: "comme",
  koi: "quoi",
  vrmt: "vraiment",
  qq: "quelque",
  qqn: "quelqu un",
  qqch: "quelque chose",
  ect: "etc",
  pui: "puis",
  apre: "apres",
  mé: "mais",
  oci: "aussi",
  ossi: "aussi",
  otre: "autre",
  otres: "autres",
  tro: "trop",
  moin: "moins",
  san: "sans",
  sen: "sans",
  lan: "lent",
  rapid: "rapide",
  "n't": "not",
};

const SENTENCE_END = /[.!?;]+(?=\s|$)|\n+/;
const JOINING = new Set(
  (
    "mais but car parce because donc so whereas while tandis alors contrairement rapport compared unlike si if quand when lorsque lorsqu et and & puis then tant " +
    "until unless sinon otherwise puisque since cependant however contre versus vs although though except sauf ensuite instead"
  ).split(" "),
);
const CLAUSE_MARK = /^[,:()[\]{}|]$/;
const TOKEN =
  /\d+(?:[.,]\d+)+|[a-z0-9_]+(?:\/(?:[a-z0-9_+#]+|(?=\s|$)))+|#|[a-z0-9_$]+|[→←✔✘+%=<>&?]|[,:()[\]{}|/-]/g;

export function wordsOf(folded: string): Word[] {
  const roots = filterRoots(folded);
  const words: Word[] = [];
  let clause = 0;
  const sentences = unjoined(folded).split(SENTENCE_END);
  sentences.forEach((sentence, number) => {
    let leads = true;
    let mark = "";
    clause += 1;
    for (const raw of sentence.match(TOKEN) ?? []) {
      if (CLAUSE_MARK.test(raw)) clause += 1;
      if (/^[,:()[\]{}|/-]$/.test(raw)) {
        if (raw === "|") leads = true;
        mark = raw;
        continue;
      }
      for (const text of spelledOut(raw, roots)) {
        if (JOINING.has(text)) clause += 1;
        words.push({ text, sentence: number, clause, leads, mark });
        leads = false;
        mark = "";
      }
    }
  });
  return words;
}

/** Where the filters of an answer begin: what begins so too is a topic. */
function filterRoots(folded: string): ReadonlySet<string> {
  return new Set([...folded.matchAll(/([a-z0-9_]+)\/[a-z0-9_/]*[+#]/g)].map(([, root = ""]) => root));
}

function spelledOut(raw: string, roots: ReadonlySet<string>): readonly string[] {
  const short = Object.hasOwn(SHORT, raw) ? SHORT[raw] : undefined;
  if (short !== undefined) return short.split(" ");
  if (raw.includes("/") && !isTopic(raw, roots)) return raw.split("/").filter((part) => part !== "");
  return /^\d+,\d+$/.test(raw) ? [raw.replace(",", ".")] : [raw];
}

/** `maison/+/temperature` is one word, `PUBREC/PUBREL` are two. */
function isTopic(raw: string, roots: ReadonlySet<string>): boolean {
  const [root = ""] = raw.split("/");
  return (
    /[+#]/.test(raw) || roots.has(root) || /^(?:maison|house|home|casa|foo|test|sensors?|a|x)\//.test(raw)
  );
}

const BOUND_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\bcan't\b/g, "can not"],
  [/\bwon't\b/g, "will not"],
  [/\b([a-z]+)n't\b/g, "$1 not"],
  [/\bm'(?=[a-z0-9])/g, "me "],
  [/\bd'(?=[a-z0-9])/g, "de "],
  [/\b(l|n|s|j|c|t|qu|jusqu|lorsqu|puisqu|quelqu|aujourd|presqu)'(?=[a-z0-9])/g, "$1 "],
  [/'s\b/g, " s"],
  [/'(?:re|ve|ll|d|m)\b/g, " "],
  [/'/g, " "],
  [
    /\bqos?\s*(?:de\s+|level\s+|niveau\s+|n°\s*|=\s*|:\s*|is\s+|vaut\s+|est\s+(?:a\s+|de\s+)?)?([012])\b/g,
    "qos$1",
  ],
  [/\b(?:niveau|level|nivo)x?s?\s*(?:de\s+)?qos\s*([012])\b/g, "qos$1"],
  [/\b(?:niveau|level|nivo)x?s?\s*(?:de\s+)?([012])\b/g, "q$1"],
  [/\b([dqrmcp])\s*(?:=|==|vaut|equals?)\s*(\d)\b/g, "$1$2"],
  [/\b([drmc])\s+(?:est\s+|reste\s+|stays\s+|is\s+|remains\s+)?(?:at|a)\s+(\d)\b/g, "$1$2"],
  [/\bx\s*(?:=|==|vaut|equals?)\s*(\d)\b/g, "$1"],
  [/\bd(oo|00)\b/g, "d0"],
  [/\b(?:mqtt)?v(?:ersion)?\.?\s*(?=\d)/g, " version "],
  [/\bmqtt(?=\d)/g, "mqtt "],
  [/\bclean[_ -]?(session|start)/g, "clean $1"],
  [/\bkeep[_ -]?alive\b/g, "keepalive"],
  [/\bapplication[_ -]data\b/g, "applicationdata"],
  [/\b(client|server)[_ -]?hello\b/g, "$1hello"],
  [/\b(supported|signature|server|session|cipher|compression)_(?=[a-z])/g, "$1 "],
  [/\bkey[_ -]share\b/g, "keyshare"],
  [/\bround[_ -]trips?\b/g, "roundtrip"],
  [/\baller?s?[ -](?:et[ -])?retours?\b/g, "allerretour"],
  [/(\d)\s*(?:x|\*)\s*(?=[a-z])/g, "$1 "],
  [/\b(\d+)(s|sec|ms)\b/g, "$1 $2"],
  [/\bm\s*\+\s*1\b/g, "m augmente de 1"],
];

function unjoined(folded: string): string {
  return BOUND_FORMS.reduce((text, [from, to]) => text.replace(from, to), folded);
}

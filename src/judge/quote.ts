/** One piece of evidence as a line that a person can read. */
import type { Entry, PlayEntry, SelectionEntry, SshEntry, TlsEntry } from "../evidence/journal/entry";
import { describe } from "../evidence/wire/mqtt/packet";
import { describeRecord } from "../evidence/wire/tls/describe";
import { inLang, phrase, same, type Lang, type Text } from "../words/text";
import type { Quote } from "./results";
import { saidBy, stepName } from "./steps";
import { sshWords } from "./ssh-words";

/** @returns the entry in words; packets are written in the letters of Mosquitto's log (d, q, r, m) */
export function quote(entry: Entry, lang: Lang): Quote {
  const at = Math.round(entry.at * 10) / 10;
  switch (entry.source) {
    case "log":
      return { at, source: "log", text: entry.text };
    case "message":
      return {
        at,
        source: "message",
        text: `${entry.role} ⇐ q${entry.qos} r${entry.retain ? 1 : 0} '${entry.topic}' ${payload(entry.payload)}`,
      };
    case "play":
      return { at, source: "play", text: inLang(play(entry), lang) };
    case "run":
      return { at, source: "play", text: `tp-mqtt ${entry.run}` };
    case "tls":
      return { at, source: "tls", text: `${entry.role} #${entry.connection} ${tls(entry, lang)}` };
    case "ssh":
      return { at, source: "ssh", text: `${entry.role} ${SSH[entry.event][lang]}${sshWords(entry)[lang]}` };
    case "capture":
      return { at, source: "wire", text: selected(entry, lang) };
    case "wire":
      return { at, source: "wire", text: `${entry.role} #${entry.connection} ${wire(entry, lang)}` };
  }
}

type Wire = Extract<Entry, { source: "wire" }>;

function wire(entry: Wire, lang: Lang): string {
  switch (entry.event) {
    case "packet":
      return `${entry.from === "client" ? "→" : "←"} ${describe(entry.packet)}${entry.withheld ? ` ${WITHHELD[lang]}` : ""}`;
    case "bytes":
      return `${entry.from === "client" ? "→" : "←"} ${entry.raw.subarray(0, 16).toString("hex")}`;
    case "opened":
      return TCP_OPENED[lang];
    case "refused":
      return `TCP ${entry.why}`;
    case "closed":
      return `TCP ${entry.how === "fin" ? "FIN" : "RST"} (${entry.by === "tap" ? "tp-mqtt" : entry.by})`;
  }
}

function tls(entry: TlsEntry, lang: Lang): string {
  switch (entry.event) {
    case "record":
      return `${entry.from === "client" ? "→" : "←"} ${describeRecord(entry.raw)}`;
    case "established":
      return `${ESTABLISHED[lang]} ${entry.version}, ${entry.cipher}, ${entry.name}`;
    case "refused":
      return `${REFUSED[lang]} ${entry.code}${entry.text === entry.code ? "" : ` (${entry.text})`}`;
    case "secret":
      return entry.text.split(" ", 1)[0] ?? "";
  }
}

const ESTABLISHED: Text = { en: "the client accepts:", fr: "le client accepte :" };
const REFUSED: Text = { en: "the client ends the handshake:", fr: "le client met fin à la négociation :" };

function selected({ filter, frames, decrypted }: SelectionEntry, lang: Lang): string {
  const list = frames.length === 0 ? NO_FRAME[lang] : frames.join(", ");
  return `tshark ${filter}${decrypted ? ` ${WITH_KEYS[lang]}` : ""} → ${list}`;
}

const SSH: Readonly<Record<SshEntry["event"], Text>> = {
  login: { en: "login by ", fr: "connexion par " },
  refused: { en: "no login: ", fr: "pas de connexion : " },
  granted: { en: "granted: ", fr: "accordé : " },
  denied: { en: "denied: ", fr: "refusé : " },
  unanswered: { en: "not answered: ", fr: "sans réponse : " },
  output: { en: "← ", fr: "← " },
  closed: { en: "session over", fr: "session terminée" },
};

const NO_FRAME: Text = { en: "no frame", fr: "aucune trame" };
const WITH_KEYS: Text = { en: "[with the keys]", fr: "[avec les clés]" };

/** What the tap kept back because the exercise asks for it. */
const WITHHELD: Text = { en: "[intercepted by tp-mqtt]", fr: "[intercepté par tp-mqtt]" };
const TCP_OPENED: Text = { en: "TCP connection opened", fr: "connexion TCP ouverte" };

function play(entry: PlayEntry): Text {
  switch (entry.event) {
    case "began":
      return { en: "the exercise begins", fr: "l’exercice commence" };
    case "ended":
      return { en: "the exercise is over", fr: "l’exercice est terminé" };
    case "stopped":
      return phrase`${{ en: "the exercise stops here: ", fr: "l’exercice s’arrête ici : " }}${saidBy(entry)}`;
    case "actor":
      return same(`${entry.role ?? ""} = ${entry.client ?? ""}`);
    case "mark":
      return phrase`${stepName(entry.name ?? "")}${entry.text === undefined ? "" : phrase`${COLON}${saidBy(entry)}`}`;
  }
}

const COLON: Text = { en: ": ", fr: " : " };

const SHOWN = 40;

function payload(bytes: Buffer): string {
  const text = bytes.subarray(0, SHOWN).toString();
  const readable = /^[^\p{C}\uFFFD]*$/u.test(text);
  const shown = readable ? `“${text}”` : `0x${bytes.subarray(0, SHOWN / 2).toString("hex")}`;
  return bytes.length > SHOWN ? `${shown}… (${bytes.length} bytes)` : shown;
}

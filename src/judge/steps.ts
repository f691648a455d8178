/** The steps of a run in words: the journal names them for claims, a reader of reports wants to know what happened. */
import type { PlayEntry } from "../evidence/journal/entry";
import { isText, same, type Text } from "../words/text";

/** By the names of the marks. */
const STEPS: Readonly<Record<string, Text>> = {
  "still-answers": { en: "the broker still answers", fr: "le broker répond toujours" },
  "answers-no-more": { en: "the broker answers no more", fr: "le broker ne répond plus" },
  "went-away": {
    en: "the broker closed the connection of the client that stays for the whole run",
    fr: "le broker a fermé la connexion du client qui reste pendant toute l’exécution",
  },
  "log-caught-up": {
    en: "the log has reached the end of the run",
    fr: "le journal a rejoint la fin de l’exécution",
  },
  "log-broken": { en: "the log cannot be read", fr: "le journal ne peut pas être lu" },
  "handed-out": { en: "what is handed out to clients", fr: "ce qui est distribué aux clients" },
  "log-gap": { en: "the log was interrupted", fr: "le journal a été interrompu" },
  port: { en: "a port was tried", fr: "un port a été essayé" },
  declared: { en: "what was declared about logins", fr: "ce qui a été annoncé sur les connexions" },
  generated: { en: "filters and topics generated", fr: "filtres et topics générés" },
  "before-pubrel": { en: "just before the PUBREL", fr: "juste avant le PUBREL" },
  "silence-over": { en: "end of the silence", fr: "fin du silence" },
};

export function stepName(name: string): Text {
  return STEPS[name] ?? { en: `step “${name}”`, fr: `étape « ${name} »` };
}

/** What an entry says in words: in both languages where the journal has both. */
export function saidBy({ data, text }: PlayEntry): Text {
  return isText(data) ? data : same(text ?? "");
}

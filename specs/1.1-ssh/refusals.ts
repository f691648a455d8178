/** Why a login came to nothing, as the “actual” of a claim. */
import type { SshEntry } from "../../src/evidence/journal/entry";
import { sshWords } from "../../src/judge/ssh-words";
import type { Text } from "../../src/words/text";

/** @param entries an attempt's; the first refusal among them counts */
export function whyRefused(entries: readonly SshEntry[]): Text {
  const refusal = entries.find(({ event }) => event === "refused");
  return refusal ? sshWords(refusal) : { en: "no login was tried", fr: "aucune connexion n’a été tentée" };
}

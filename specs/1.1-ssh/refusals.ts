/** Why a login came to nothing, by what `connect` says of it, as the “actual” of a claim. */
import type { SshTrouble } from "../../src/evidence/ssh/error";
import type { SshEntry } from "../../src/evidence/journal/entry";
import { phrase, same, type Text } from "../../src/words/text";

const WHY: Readonly<Partial<Record<SshTrouble, Text>>> = {
  "login-refused": { en: "the login was refused", fr: "la connexion a été refusée" },
  "host-key-changed": {
    en: "the server’s host key is not the one that was handed out",
    fr: "la clé d’hôte du serveur n’est pas celle qui a été communiquée",
  },
  "host-key-unknown": {
    en: "nobody knows the server’s host key",
    fr: "la clé d’hôte du serveur est inconnue",
  },
  "host-key-revoked": {
    en: "the server’s host key was revoked",
    fr: "la clé d’hôte du serveur a été révoquée",
  },
  "port-closed": {
    en: "nothing accepts connections on the SSH port",
    fr: "rien n’accepte de connexion sur le port SSH",
  },
  "not-ssh": {
    en: "what answers does not speak SSH, or turned this login away",
    fr: "ce qui répond ne parle pas SSH, ou a écarté cette connexion",
  },
  unreachable: { en: "the SSH server did not answer", fr: "le serveur SSH n’a pas répondu" },
  lost: { en: "the connection broke off", fr: "la connexion s’est interrompue" },
};

/** @param entries an attempt's; the first refusal among them counts */
export function whyRefused(entries: readonly SshEntry[]): Text {
  const trouble = entries.find(({ event }) => event === "refused")?.text;
  if (trouble === undefined) return { en: "no login was tried", fr: "aucune connexion n’a été tentée" };
  return (
    WHY[trouble as SshTrouble] ??
    phrase`${{ en: "no login", fr: "pas de connexion" }}${same(` (${trouble})`)}`
  );
}

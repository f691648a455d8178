/** What happened over SSH, in words for people: the journal has the library's. */
import type { SshEntry } from "../evidence/journal/entry";
import type { SshTrouble } from "../evidence/ssh/error";
import { phrase, same, type Text } from "../words/text";

const TROUBLES: Readonly<Record<string, Text>> = {
  "login-refused": { en: "the login was refused", fr: "la connexion a été refusée" },
  "no-credentials": { en: "there was nothing to log in with", fr: "il n’y avait rien pour s’identifier" },
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
  "host-unknown": { en: "no host of that name is known", fr: "aucun hôte de ce nom n’est connu" },
  unreachable: { en: "the SSH server did not answer", fr: "le serveur SSH n’a pas répondu" },
  "port-closed": {
    en: "nothing accepts connections on the SSH port",
    fr: "rien n’accepte de connexion sur le port SSH",
  },
  "not-ssh": {
    en: "what answers does not speak SSH, or turns logins away",
    fr: "ce qui répond ne parle pas SSH, ou écarte les connexions",
  },
  "no-common-algorithm": {
    en: "the SSH server and tp-mqtt have no method in common",
    fr: "le serveur SSH et tp-mqtt n’ont aucune méthode en commun",
  },
  "key-unreadable": { en: "the key cannot be read", fr: "la clé est illisible" },
  "key-encrypted": { en: "the key is encrypted", fr: "la clé est chiffrée" },
  "session-refused": { en: "no session was opened", fr: "aucune session n’a été ouverte" },
  "no-log": { en: "no log was shown", fr: "aucun journal n’a été affiché" },
  lost: { en: "the connection broke off", fr: "la connexion s’est interrompue" },
} satisfies Record<SshTrouble, Text>;

const MEANS: Readonly<Record<string, Text>> = {
  password: { en: "password", fr: "mot de passe" },
  key: { en: "key", fr: "clé" },
  agent: { en: "agent", fr: "agent" },
};

const COLON: Text = { en: ": ", fr: " : " };

/** The text of an entry; commands and what a session printed stay as they are. */
export function sshWords({ event, text }: SshEntry): Text {
  if (event === "closed") return text === "" ? same("") : phrase`${COLON}${TROUBLES[text] ?? same(text)}`;
  if (event === "refused") return TROUBLES[text] ?? same(text);
  return (event === "login" ? MEANS[text] : undefined) ?? same(text);
}

/** What is asked at the terminal before a log is read over SSH. */
import { hostOf, nameOf, type SshAccess } from "../evidence/ssh/access";
import type { Details } from "../evidence/ssh/error";
import type { Asker } from "../evidence/ssh/prepare";
import { inLang, type Lang, type Text } from "../words/text";
import { ask, askSecret, type Terminal } from "./terminal";

/** @returns undefined where nobody can be asked */
export function sshAsker(terminal: Terminal | undefined, lang: Lang): Asker | undefined {
  if (terminal === undefined) return undefined;
  return {
    trustKey: async (access, shown) => {
      const answer = await ask(terminal, inLang(trust(access, shown), lang));
      return /^\s*(y|yes|o|oui)\s*$/i.test(answer ?? "");
    },
    password: (access) => askSecret(terminal, inLang(password(access), lang)),
    passphrase: (file) => askSecret(terminal, inLang(passphrase(file), lang)),
  };
}

function trust(access: SshAccess, { fingerprint = "", keyType = "" }: Details): Text {
  const host = hostOf(access);
  return {
    en: `The SSH server ${host} is not known here. Its ${keyType} key is\n  ${fingerprint}\nIs that the one that the teacher handed out? It is used for this run only. (yes/no) `,
    fr: `Le serveur SSH ${host} n’est pas connu ici. Sa clé ${keyType} est\n  ${fingerprint}\nEst-ce bien celle que l’enseignant a distribuée ? Elle ne sert que pour cette exécution. (oui/non) `,
  };
}

function password(access: SshAccess): Text {
  const name = nameOf(access);
  return { en: `SSH password of ${name}: `, fr: `Mot de passe SSH de ${name} : ` };
}

function passphrase(file: string): Text {
  return { en: `Passphrase of the SSH key ${file}: `, fr: `Phrase secrète de la clé SSH ${file} : ` };
}

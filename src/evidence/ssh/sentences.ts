/** What is said of a server that could not be used. */
import type { Text } from "../../words/text";
import { hostOf, nameOf, type SshAccess } from "./access";

interface ShownKey {
  readonly fingerprint: string;
  readonly keyType: string;
}

export function hostKeyUnknown(access: SshAccess, { fingerprint, keyType }: ShownKey): Text {
  const host = hostOf(access);
  return {
    en: `The SSH server ${host} is not known here; its ${keyType} key is ${fingerprint}: compare that with what the teacher handed out, and if it is the same give --ssh-host-key ${fingerprint} (TP_SSH_HOST_KEY).`,
    fr: `Le serveur SSH ${host} n’est pas connu ici ; sa clé ${keyType} est ${fingerprint} : comparez-la à celle que l’enseignant a distribuée et, si c’est la même, donnez --ssh-host-key ${fingerprint} (TP_SSH_HOST_KEY).`,
  };
}

export function hostKeyNotPinned(access: SshAccess, { fingerprint, keyType }: ShownKey, pin: string): Text {
  const host = hostOf(access);
  return {
    en: `The SSH server ${host} is not the one that is meant: its ${keyType} key is ${fingerprint}, not ${pin} (--ssh-host-key, TP_SSH_HOST_KEY). Ask the teacher before you go on.`,
    fr: `Le serveur SSH ${host} n’est pas celui qui est attendu : sa clé ${keyType} est ${fingerprint}, et non ${pin} (--ssh-host-key, TP_SSH_HOST_KEY). Renseignez-vous auprès de l’enseignant avant de continuer.`,
  };
}

export function hostKeyChanged(access: SshAccess, { fingerprint, keyType }: ShownKey): Text {
  const host = hostOf(access);
  return {
    en: `The SSH server ${host} does not show the key that known_hosts has for it: its ${keyType} key is ${fingerprint}. It was set up anew, or another machine answers in its place: ask the teacher; --ssh-host-key SHA256:… outweighs known_hosts.`,
    fr: `Le serveur SSH ${host} ne présente pas la clé que known_hosts lui connaît : sa clé ${keyType} est ${fingerprint}. Il a été réinstallé, ou une autre machine répond à sa place : renseignez-vous auprès de l’enseignant ; --ssh-host-key SHA256:… l’emporte sur known_hosts.`,
  };
}

export function hostKeyRevoked(access: SshAccess, { fingerprint }: ShownKey): Text {
  const host = hostOf(access);
  return {
    en: `The key of the SSH server ${host}, ${fingerprint}, is marked @revoked in known_hosts: it must not be trusted.`,
    fr: `La clé du serveur SSH ${host}, ${fingerprint}, est marquée @revoked dans known_hosts : il ne faut pas s’y fier.`,
  };
}

export function hostUnknown(access: SshAccess): Text {
  return {
    en: `There is no host “${access.host}”: look at the name after the @ in --ssh (TP_SSH).`,
    fr: `Il n’y a pas d’hôte « ${access.host} » : vérifiez le nom après le @ dans --ssh (TP_SSH).`,
  };
}

export function portClosed(access: SshAccess): Text {
  const { host, port } = access;
  return {
    en: `Nothing listens on port ${port} of ${host}: is the SSH server started, is the port in --ssh user@host:port right?`,
    fr: `Rien n’écoute sur le port ${port} de ${host} : le serveur SSH est-il démarré, le port est-il le bon dans --ssh utilisateur@hôte:port ?`,
  };
}

export function unreachable(access: SshAccess, why: string): Text {
  const host = hostOf(access);
  return {
    en: `The SSH server ${host} cannot be reached (${why}).`,
    fr: `Le serveur SSH ${host} est injoignable (${why}).`,
  };
}

export function notSsh(access: SshAccess): Text {
  const { host, port } = access;
  return {
    en: `What answers on port ${port} of ${host} does not speak SSH, or lets nobody in just now: is the port in --ssh user@host:port right?`,
    fr: `Ce qui répond sur le port ${port} de ${host} ne parle pas SSH, ou n’accepte personne pour l’instant : le port est-il le bon dans --ssh utilisateur@hôte:port ?`,
  };
}

export function noCommonAlgorithm(access: SshAccess, why: string): Text {
  const host = hostOf(access);
  return {
    en: `The SSH server ${host} and tp-mqtt have no method in common (${why}).`,
    fr: `Le serveur SSH ${host} et tp-mqtt n’ont aucune méthode en commun (${why}).`,
  };
}

export function noCredentials(access: SshAccess): Text {
  const name = nameOf(access);
  return {
    en: `There is nothing to log in with as ${name}: put the password into TP_SSH_PASSWORD, or give --ssh-key FILE.`,
    fr: `Il n’y a rien pour s’identifier comme ${name} : mettez le mot de passe dans TP_SSH_PASSWORD, ou donnez --ssh-key FICHIER.`,
  };
}

/** @param tried and `accepted`: names of methods as SSH has them */
export function loginRefused(access: SshAccess, tried: readonly string[], accepted: readonly string[]): Text {
  const name = nameOf(access);
  const list = accepted.join(", ") || "–";
  const [en, fr] =
    tried.length === 0
      ? ["nothing that was given can be tried", "rien de ce qui a été donné ne peut être essayé"]
      : [`refused: ${tried.join(", ")}`, `refusé : ${tried.join(", ")}`];
  return {
    en: `The SSH server does not let ${name} in (${en}; it takes: ${list}): check user name and password (TP_SSH_PASSWORD) or key (--ssh-key).`,
    fr: `Le serveur SSH n’admet pas ${name} (${fr} ; il accepte : ${list}) : vérifiez le nom d’utilisateur et le mot de passe (TP_SSH_PASSWORD) ou la clé (--ssh-key).`,
  };
}

export function sessionRefused(access: SshAccess, why: string): Text {
  const name = nameOf(access);
  return {
    en: `The SSH server let ${name} in but opens no session (${why}).`,
    fr: `Le serveur SSH a admis ${name} mais n’ouvre pas de session (${why}).`,
  };
}

export function lost(access: SshAccess, why: string): Text {
  const host = hostOf(access);
  return {
    en: `The SSH connection to ${host} was lost (${why}).`,
    fr: `La connexion SSH vers ${host} a été perdue (${why}).`,
  };
}

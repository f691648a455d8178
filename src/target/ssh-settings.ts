/** How the log of a remote broker is reached over SSH: `--ssh user@host[:port]` and what belongs to it. */
import type { Text } from "../words/text";
import type { SshAccess } from "./target";
import { TargetError } from "./target";

/** The words that were given, none of them looked at yet. */
export interface SshWords {
  readonly ssh?: string;
  readonly sshKey?: string;
  readonly sshHostKey?: string;
  readonly sshPassword?: string;
  readonly sshPassphrase?: string;
  readonly sshAgent?: string;
}

export const SSH_VARIABLES = {
  ssh: "TP_SSH",
  sshKey: "TP_SSH_KEY",
  sshHostKey: "TP_SSH_HOST_KEY",
  sshPassword: "TP_SSH_PASSWORD",
  sshPassphrase: "TP_SSH_PASSPHRASE",
  sshAgent: "SSH_AUTH_SOCK",
} as const satisfies Record<keyof SshWords, string>;

const SSH_PORT = 22;

/** @throws TargetError of one sentence for what does not make sense */
export function sshAccess(words: SshWords): SshAccess | undefined {
  const { ssh, sshKey, sshHostKey, sshPassword, sshPassphrase, sshAgent } = words;
  if (ssh === undefined) {
    if (sshKey !== undefined || sshHostKey !== undefined) throw new TargetError(NO_SSH);
    return undefined;
  }
  if (sshHostKey !== undefined && !FINGERPRINT.test(sshHostKey))
    throw new TargetError(noFingerprint(sshHostKey));
  return {
    ...destination(ssh),
    ...(sshKey === undefined ? {} : { keyFile: sshKey }),
    ...(sshHostKey === undefined ? {} : { hostKey: sshHostKey.replace(/=+$/, "") }),
    ...(sshPassword === undefined ? {} : { password: sshPassword }),
    ...(sshPassphrase === undefined ? {} : { passphrase: sshPassphrase }),
    ...(sshAgent === undefined ? {} : { agent: sshAgent }),
  };
}

/** 32 bytes in base64, as `ssh-keygen -l` prints them, which leaves the padding out. */
const FINGERPRINT = /^SHA256:[A-Za-z0-9+/]{43}=?$/;
const DESTINATION =
  /^(?<user>[^\s]+)@(?:\[(?<v6>[0-9A-Fa-f:.%\w]+)\]|(?<name>[^\s@:[\]]+))(?::(?<port>\d{1,5}))?$/;

function destination(word: string): Pick<SshAccess, "username" | "host" | "port"> {
  const { user, v6, name, port = SSH_PORT } = DESTINATION.exec(word)?.groups ?? {};
  const host = v6 ?? name;
  const number = Number(port);
  if (user === undefined || host === undefined || number < 1 || number > 65_535) {
    throw new TargetError(word.includes("@") ? badDestination(word) : noUser(word));
  }
  return { username: user, host, port: number };
}

function noUser(word: string): Text {
  return {
    en: `“${word}” names no user: --ssh (TP_SSH) takes user@host or user@host:port.`,
    fr: `« ${word} » n’indique pas d’utilisateur : --ssh (TP_SSH) demande utilisateur@hôte ou utilisateur@hôte:port.`,
  };
}

function badDestination(word: string): Text {
  return {
    en: `“${word}” is no login: --ssh (TP_SSH) takes user@host or user@host:port, with an IPv6 address in brackets.`,
    fr: `« ${word} » ne désigne pas de connexion : --ssh (TP_SSH) demande utilisateur@hôte ou utilisateur@hôte:port, une adresse IPv6 entre crochets.`,
  };
}

function noFingerprint(word: string): Text {
  return {
    en: `“${word}” is no fingerprint: --ssh-host-key (TP_SSH_HOST_KEY) takes SHA256:… with 43 characters behind it, as ssh-keygen -l prints it.`,
    fr: `« ${word} » n’est pas une empreinte : --ssh-host-key (TP_SSH_HOST_KEY) demande SHA256:… suivi de 43 caractères, comme l’affiche ssh-keygen -l.`,
  };
}

const NO_SSH: Text = {
  en: "--ssh-key and --ssh-host-key (TP_SSH_KEY, TP_SSH_HOST_KEY) belong to --ssh user@host (TP_SSH): give that too, or leave them out.",
  fr: "--ssh-key et --ssh-host-key (TP_SSH_KEY, TP_SSH_HOST_KEY) vont avec --ssh utilisateur@hôte (TP_SSH) : donnez-le aussi, ou retirez-les.",
};

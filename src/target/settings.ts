/**
 * Which target is wanted and how it is reached. The command line and the `TP_*` environment variables are two ways of
 * saying the same, so that `npx jest specs` plays what `verify` plays; a flag wins over a variable.
 */
import { sshAccess, SSH_VARIABLES, type SshWords } from "./ssh-settings";
import { TargetError, type SshAccess, type TargetKind } from "./target";
import type { Text } from "../words/text";

export type TargetChoice = TargetKind | "auto";
export const CHOICES: readonly TargetChoice[] = ["auto", "container", "native", "embedded", "remote"];

export interface TargetSettings {
  readonly target: TargetChoice;
  /** Image of the container target, instead of the house's. */
  readonly image?: string;
  readonly host?: string;
  readonly port: number;
  /** The remote broker's port for MQTT inside TLS; without it there is none. */
  readonly tlsPort?: number;
  /** File with the certificate that its clients trust, instead of the system's authorities. Not looked at yet. */
  readonly ca?: string;
  readonly username?: string;
  readonly password?: string;
  /** Shell command that writes the remote broker's log to its standard output. */
  readonly logCommand?: string;
  /** File that holds the remote broker's log. */
  readonly logFile?: string;
  /** Login that shows the remote broker's log. */
  readonly ssh?: SshAccess;
}

/** The words that were given, under the names of the flags, none of them looked at yet. */
export type RawSettings = { readonly [Name in Exclude<keyof TargetSettings, "ssh">]?: string } & SshWords;

/** Environment variable of each setting. */
export const VARIABLES = {
  target: "TP_TARGET",
  image: "TP_MQTT_IMAGE",
  host: "TP_HOST",
  port: "TP_PORT",
  tlsPort: "TP_TLS_PORT",
  ca: "TP_CA",
  username: "TP_USERNAME",
  password: "TP_PASSWORD",
  logCommand: "TP_LOG_COMMAND",
  logFile: "TP_LOG_FILE",
  ...SSH_VARIABLES,
} as const satisfies Record<keyof RawSettings, string>;

const MQTT_PORT = 1883;
const MQTT_TLS_PORT = 8883;

/** The environment's words; an empty variable counts as not set. */
export function fromEnvironment(env: NodeJS.ProcessEnv = process.env): RawSettings {
  const words = Object.entries(VARIABLES).map(([name, variable]) => [name, env[variable]] as const);
  return Object.fromEntries(words.filter(([, word]) => word !== undefined && word !== ""));
}

/**
 * Checks what was given. Naming a host implies `remote`, an image `container`. Throws a `TargetError` of one sentence for the first setting
 * that does not make sense.
 */
export function targetSettings(raw: RawSettings): TargetSettings {
  const { port: givenPort, tlsPort: givenTlsPort, target: givenTarget, ...others } = raw;
  const rest = withoutSsh(others);
  const target = choice(givenTarget ?? implied(raw));
  const port = portNumber("port", givenPort) ?? MQTT_PORT;
  // Who names a certificate wants TLS, on its own port unless another is named.
  const tlsPort = portNumber("tlsPort", givenTlsPort) ?? (raw.ca === undefined ? undefined : MQTT_TLS_PORT);
  if (target === "remote" && raw.host === undefined) throw refuse(NO_HOST);
  if (target !== "remote") forbidRemoteOnly(raw, target);
  if (raw.password !== undefined && raw.username === undefined) throw refuse(PASSWORD_ALONE);
  if ([raw.logCommand, raw.logFile, raw.ssh].filter(Boolean).length > 1) throw refuse(TWO_LOGS);
  const ssh = sshAccess(raw);
  return {
    ...rest,
    target,
    port,
    ...(tlsPort === undefined ? {} : { tlsPort }),
    ...(ssh === undefined ? {} : { ssh }),
  };
}

/** They come out as one: see `sshAccess`. */
function withoutSsh<Words extends SshWords>(words: Words): Omit<Words, keyof SshWords> {
  const others = Object.entries(words).filter(([name]) => !(name in SSH_VARIABLES));
  return Object.fromEntries(others) as Omit<Words, keyof SshWords>;
}

/** Who names a host or an image means that one and not the next best. */
function implied(raw: RawSettings): TargetChoice {
  if (raw.host !== undefined) return "remote";
  return raw.image === undefined ? "auto" : "container";
}

function choice(word: string): TargetChoice {
  const found = CHOICES.find((kind) => kind === word);
  if (found !== undefined) return found;
  const list = CHOICES.join(", ");
  throw refuse({
    en: `There is no target “${word}”; choose one of ${list} (--target or ${VARIABLES.target}).`,
    fr: `La cible « ${word} » n’existe pas ; choisissez parmi ${list} (--target ou ${VARIABLES.target}).`,
  });
}

function portNumber(setting: "port" | "tlsPort", word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  const port = /^\d{1,5}$/.test(word) ? Number(word) : 0;
  if (port >= 1 && port <= 65_535) return port;
  throw refuse({
    en: `“${word}” is not a port number: ${called(setting)} takes a number from 1 to 65535.`,
    fr: `« ${word} » n’est pas un numéro de port : ${called(setting)} demande un nombre de 1 à 65535.`,
  });
}

/** The setting as its user gave it: `--log-file (TP_LOG_FILE)`. */
function called(setting: keyof typeof VARIABLES): string {
  return `--${setting.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} (${VARIABLES[setting]})`;
}

const REMOTE_ONLY = [
  "host",
  "port",
  "tlsPort",
  "ca",
  "username",
  "password",
  "logCommand",
  "logFile",
  "ssh",
] as const;

/** A setting that would silently be ignored is a run against another broker than its user thinks. */
function forbidRemoteOnly(raw: RawSettings, target: TargetChoice): void {
  const setting = REMOTE_ONLY.find((name) => raw[name] !== undefined);
  if (setting === undefined) return;
  const flag = called(setting);
  throw refuse({
    en: `${flag} is about a broker that is already running, but the target is ${target}; name its --host, or leave it out.`,
    fr: `${flag} concerne un broker déjà démarré, or la cible est ${target} ; indiquez son --host, ou retirez cette option.`,
  });
}

const NO_HOST: Text = {
  en: `The target remote needs to know where the broker is: give --host (${VARIABLES.host}).`,
  fr: `La cible remote doit savoir où se trouve le broker : donnez --host (${VARIABLES.host}).`,
};
const PASSWORD_ALONE: Text = {
  en: `A password was given without a user name: give --username (${VARIABLES.username}) too, since MQTT 3.1.1 has no password without one.`,
  fr: `Un mot de passe a été donné sans nom d’utilisateur : donnez aussi --username (${VARIABLES.username}), car MQTT 3.1.1 n’admet pas l’un sans l’autre.`,
};
const TWO_LOGS: Text = {
  en: `The log was named twice: give one of --log-command (${VARIABLES.logCommand}), --log-file (${VARIABLES.logFile}) and --ssh (${VARIABLES.ssh}).`,
  fr: `Le journal a été indiqué deux fois : ne donnez que --log-command (${VARIABLES.logCommand}), --log-file (${VARIABLES.logFile}) ou --ssh (${VARIABLES.ssh}).`,
};

function refuse(text: Text): TargetError {
  return new TargetError(text);
}

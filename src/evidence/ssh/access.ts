/** Whom to reach over SSH, and as whom. The same shape as `SshAccess` of `src/target/target.ts`, which imports nothing from here. */
export interface SshAccess {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly password?: string;
  /** File with a private key, as OpenSSH or PEM have it. */
  readonly keyFile?: string;
  /** Of that file, if it is encrypted. */
  readonly passphrase?: string;
  /** Socket of an agent, `SSH_AUTH_SOCK`; asked only when neither password nor key are given. */
  readonly agent?: string;
  /** The host key's fingerprint as `ssh-keygen -l` prints it, `SHA256:…`; without it the user's known hosts decide. */
  readonly hostKey?: string;
  /** Files instead of the user's and the system's known hosts. */
  readonly knownHosts?: readonly string[];
}

/** As one writes it in a command line: `mqttlogs@lab.example.org`, `mqttlogs@[::1]:2222`. */
export function nameOf({ host, port, username }: SshAccess): string {
  return `${username}@${hostOf({ host, port })}`;
}

const DEFAULT_PORT = 22;

/** As one writes it: `lab.example.org`, `[::1]:2222`. */
export function hostOf({ host, port }: Pick<SshAccess, "host" | "port">): string {
  const name = host.includes(":") ? `[${host}]` : host;
  return port === DEFAULT_PORT ? name : `${name}:${port}`;
}

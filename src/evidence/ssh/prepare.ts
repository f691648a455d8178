/**
 * Asks a person beforehand what the run will need: whether the server's key is the right one, a passphrase, a password.
 * Nothing of it is written down anywhere.
 */
import type { SshAccess } from "./access";
import { connect } from "./connect";
import { type Details, SshError } from "./error";

/** Somebody at a terminal; an answer `undefined` means that nobody wants to answer. */
export interface Asker {
  /** Whether the key is the one that was handed out. */
  trustKey(access: SshAccess, shown: Details): Promise<boolean>;
  password(access: SshAccess): Promise<string | undefined>;
  passphrase(file: string): Promise<string | undefined>;
}

/** How often a password or a passphrase is asked for. */
const TRIES = 3;
/** Troubles that the person has to mend before anything is played; what else goes wrong shows when the log is opened. */
const THEIRS: readonly string[] = ["host-key-unknown", "no-credentials", "key-unreadable", "key-encrypted"];

/**
 * @param asker absent where nobody is at a terminal
 * @param signal ends it at once
 * @returns the access with the answers in it: whoever connects with it has nothing left to ask
 * @throws SshError for what its user must mend first
 */
export async function prepare(access: SshAccess, asker?: Asker, signal?: AbortSignal): Promise<SshAccess> {
  let complete = access;
  for (let tries = 0; ;) {
    const trouble = await attempt(complete, signal);
    if (trouble === undefined) return complete;
    const answered = tries < TRIES && !signal?.aborted ? await ask(complete, trouble, asker) : undefined;
    if (answered !== undefined) {
      // Whoever accepts a key has not mistyped anything yet.
      if (trouble.kind !== "host-key-unknown") tries++;
      complete = answered;
    } else if (THEIRS.includes(trouble.kind)) throw trouble;
    else return complete;
  }
}

async function attempt(access: SshAccess, signal?: AbortSignal): Promise<SshError | undefined> {
  try {
    const client = await connect(access, signal ? { signal } : {});
    client.destroy();
    return undefined;
  } catch (error) {
    if (error instanceof SshError) return error;
    throw error;
  }
}

/** The access with one more answer, or undefined where nobody can be asked, or asking does not help. */
async function ask(
  access: SshAccess,
  { kind, details }: SshError,
  asker: Asker | undefined,
): Promise<SshAccess | undefined> {
  if (asker === undefined) return undefined;
  if (kind === "host-key-unknown" && details.fingerprint !== undefined) {
    return (await asker.trustKey(access, details)) ? { ...access, hostKey: details.fingerprint } : undefined;
  }
  if (kind === "key-encrypted" && access.keyFile !== undefined) {
    const passphrase = await asker.passphrase(access.keyFile);
    return passphrase === undefined ? undefined : { ...access, passphrase };
  }
  if (kind === "no-credentials" || (kind === "login-refused" && takesPassword(details))) {
    const password = await asker.password(access);
    return password === undefined ? undefined : { ...access, password };
  }
  return undefined;
}

function takesPassword({ methods = [] }: Details): boolean {
  return methods.includes("password") || methods.includes("keyboard-interactive");
}

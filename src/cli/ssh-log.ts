/** A log over SSH for whoever sits at the terminal: what nobody gave is asked for before it is opened. */
import type * as SshSource from "../evidence/log/sources/ssh";
import type { LogSource } from "../evidence/log/sources/source";
import type * as Prepare from "../evidence/ssh/prepare";
import type { SshAccess } from "../target/target";
import type { Lang } from "../words/text";
import { lazily } from "./lazily";
import type * as Questions from "./ssh-questions";
import { terminal } from "./terminal";

/** Who is asked, and until when. */
export interface Asking {
  readonly lang: Lang;
  readonly signal: AbortSignal;
}

/**
 * The access with what was missing in it. Whoever gave the server's key and something to log in with has answered
 * everything.
 *
 * @throws SshError when its user has to give something more
 */
export async function prepared(access: SshAccess, { lang, signal }: Asking): Promise<SshAccess> {
  const { prepare } = lazily<typeof Prepare>("../evidence/ssh/prepare");
  const { sshAsker } = lazily<typeof Questions>("./ssh-questions");
  if (access.hostKey !== undefined && access.password !== undefined && access.keyFile === undefined)
    return access;
  return prepare(access, sshAsker(terminal(), lang), signal);
}

/** @param past whether to give what the server shows of the time before the log was opened */
export function sshLog(access: SshAccess, { signal }: Asking, past = false): LogSource {
  const { sshSource } = lazily<typeof SshSource>("../evidence/log/sources/ssh");
  return sshSource(access, { signal, past });
}

/** The target that the settings of the environment name, started; a remote broker's log is read where they say. */
import { commandSource } from "../evidence/log/sources/command";
import { fileSource } from "../evidence/log/sources/file";
import type * as SshSource from "../evidence/log/sources/ssh";
import type * as Prepare from "../evidence/ssh/prepare";
import { startTarget as start } from "../target/index";
import { fromEnvironment, targetSettings, type TargetSettings } from "../target/settings";
import type { LogOrigin, SshAccess, Target } from "../target/target";
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
 * Asks first what an SSH server's log will need and nobody gave.
 *
 * @throws TargetError when a setting makes no sense or the target is not to be had, SshError when its user has to give
 *   something more
 */
export async function startTarget(env: NodeJS.ProcessEnv, asking: Asking): Promise<Target> {
  const settings = targetSettings(fromEnvironment(env));
  if (settings.ssh === undefined) return start(settings, logOf(settings));
  const ssh = await prepared(settings.ssh, asking);
  const { sshSource } = lazily<typeof SshSource>("../evidence/log/sources/ssh");
  return start({ ...settings, ssh }, { kind: "ssh", ...sshSource(ssh, { signal: asking.signal }) });
}

/** Whoever gave the server's key and something to log in with has answered everything. */
async function prepared(access: SshAccess, { lang, signal }: Asking): Promise<SshAccess> {
  const { prepare } = lazily<typeof Prepare>("../evidence/ssh/prepare");
  const { sshAsker } = lazily<typeof Questions>("./ssh-questions");
  if (access.hostKey !== undefined && access.password !== undefined && access.keyFile === undefined)
    return access;
  return prepare(access, sshAsker(terminal(), lang), signal);
}

function logOf({ logCommand, logFile }: TargetSettings): LogOrigin | undefined {
  if (logCommand !== undefined) return { kind: "command", ...commandSource(logCommand) };
  if (logFile !== undefined) return { kind: "file", ...fileSource(logFile) };
  return undefined;
}

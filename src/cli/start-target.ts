/** The target that the settings of the environment name, started; a remote broker's log is read where they say. */
import { commandSource } from "../evidence/log/sources/command";
import { fileSource } from "../evidence/log/sources/file";
import { startTarget as start } from "../target/index";
import { fromEnvironment, targetSettings, type TargetSettings } from "../target/settings";
import type { LogOrigin, Target } from "../target/target";
import { prepared, sshLog, type Asking } from "./ssh-log";

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
  return start({ ...settings, ssh }, { kind: "ssh", ...sshLog(ssh, asking) });
}

function logOf({ logCommand, logFile }: TargetSettings): LogOrigin | undefined {
  if (logCommand !== undefined) return { kind: "command", ...commandSource(logCommand) };
  if (logFile !== undefined) return { kind: "file", ...fileSource(logFile) };
  return undefined;
}

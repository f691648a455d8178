/** The target that the settings of the environment name, started; a remote broker's log is read where they say. */
import { commandSource } from "../evidence/log/sources/command";
import { fileSource } from "../evidence/log/sources/file";
import { startTarget as start } from "../target/index";
import { fromEnvironment, targetSettings, type TargetSettings } from "../target/settings";
import type { LogOrigin, Target } from "../target/target";

/** @throws TargetError when a setting makes no sense or the target is not to be had */
export async function startTarget(env: NodeJS.ProcessEnv): Promise<Target> {
  const settings = targetSettings(fromEnvironment(env));
  return start(settings, logOf(settings));
}

function logOf({ logCommand, logFile }: TargetSettings): LogOrigin | undefined {
  if (logCommand !== undefined) return { kind: "command", ...commandSource(logCommand) };
  if (logFile !== undefined) return { kind: "file", ...fileSource(logFile) };
  return undefined;
}

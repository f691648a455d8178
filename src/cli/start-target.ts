/** The target that the settings of the environment name, started. */
import { startTarget as start } from "../target/index";
import { fromEnvironment, targetSettings } from "../target/settings";
import type { Target } from "../target/target";

/** @throws TargetError when a setting makes no sense or the target is not to be had */
export function startTarget(env: NodeJS.ProcessEnv): Promise<Target> {
  return start(targetSettings(fromEnvironment(env)));
}

import { startNative } from "../target/native";
import type { Target } from "../target/target";

export function startTarget(_env: NodeJS.ProcessEnv): Promise<Target> {
  return startNative();
}

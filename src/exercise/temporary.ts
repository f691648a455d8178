/** Files that an exercise needs for a moment, in a folder that only its user may enter. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onEnd } from "../target/cleanup";

/** Disposing removes it; so does the end of the process. */
export async function temporaryFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), "tp-mqtt-exercise-"));
  const stop = () => rm(path, { recursive: true, force: true });
  const withdraw = onEnd({ stop });
  return {
    path,
    async [Symbol.asyncDispose]() {
      await stop();
      withdraw();
    },
  };
}

/** All trials. */
import { startNative } from "../../src/target/native";
import { neighbours } from "./neighbours";
import { settings } from "./settings";
import { overUnusualSsh } from "./ssh";
import { overUnusualTls } from "./tls";
import { verified, type Trial } from "./trial";

const configured = settings.map(({ id, config }): Trial => ({
  id,
  async run() {
    await using target = await startNative({ config });
    return await verified(target);
  },
}));

export const trials: readonly Trial[] = [...configured, ...neighbours, ...overUnusualTls, ...overUnusualSsh];

/** `tp-mqtt sheet` */
import type { Invocation } from "../commands";
import { NOTHING_JUDGED } from "../user-error";

export function sheet(_invocation: Invocation): Promise<number> {
  return Promise.resolve(NOTHING_JUDGED);
}

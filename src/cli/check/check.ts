/** `tp-mqtt check` */
import type { Invocation } from "../commands";
import { NOTHING_JUDGED } from "../user-error";

export function check(_invocation: Invocation): Promise<number> {
  return Promise.resolve(NOTHING_JUDGED);
}

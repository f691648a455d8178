/** Publishing much at QoS 0 without overrunning anybody: brokers may drop what they cannot send at once. */
import type { RawClient } from "../../src/exercise/raw-client";

/** Below the smallest queue that a broker is met with (max_queued_messages 10). */
const BATCH = 8;

/** Publishes each topic once, and proves after every few that the broker has taken them. */
export async function publishAll(
  publisher: RawClient,
  messages: readonly (readonly [topic: string, payload: Buffer])[],
): Promise<void> {
  for (const [i, [topic, payload]] of messages.entries()) {
    publisher.publish(topic, payload);
    if ((i + 1) % BATCH === 0) await publisher.fence();
  }
  await publisher.fence();
}

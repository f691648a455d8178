/** Going away in such a way that the broker knows it. */
import type { Client } from "./client";
import type { RawClient } from "./raw-client";

/**
 * DISCONNECT, then waits until the broker has closed its side too. A client's own close says only that it has sent
 * the DISCONNECT: what is published right after may still be sent to the connection that is ending.
 */
export async function leave(client: Client | RawClient): Promise<void> {
  await client.disconnect();
  await client.line.cut();
}

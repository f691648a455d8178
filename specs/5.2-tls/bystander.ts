import type { Stage } from "../../src/exercise/stage";

/** A login without TLS, and its end: a place in the log that is known for certain. */
export async function bystander(stage: Stage, role: string): Promise<void> {
  const client = await stage.raw(role);
  await client.connect();
  await client.disconnect();
}

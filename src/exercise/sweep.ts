/**
 * Takes away what a run left on the broker, and nothing else: sessions of its own clients, retained messages under its
 * own topics. What was created is read from the journal, so that an exercise cannot forget to say so.
 */
import type { Journal } from "../evidence/journal/journal";
import type { Target } from "../target/target";
import { RawClient } from "./raw-client";
import { NotSeen } from "./wait";

/** At most that many sweeping connections at once. */
const ABREAST = 8;

export async function sweep(journal: Journal, target: Target): Promise<void> {
  const { sessions, topics } = leftovers(journal);
  const rows = [...sessions];
  try {
    if (topics.length > 0) await clearRetained(journal, target, topics);
    await Promise.all(
      Array.from({ length: ABREAST }, async () => {
        for (let id = rows.pop(); id !== undefined; id = rows.pop()) await endSession(id, target);
      }),
    );
  } catch (error) {
    // A broker that stopped answering has nothing that could be swept.
    if (!(error instanceof NotSeen)) throw error;
  }
}

/** Client ids whose session the broker may keep, and topics that may hold a retained message of this run. */
export function leftovers(journal: Journal): {
  readonly sessions: readonly string[];
  readonly topics: readonly string[];
} {
  const sessions = new Set<string>();
  const topics = new Set<string>();
  for (const entry of journal.entries) {
    if (entry.source !== "wire" || entry.event !== "packet" || entry.from !== "client") continue;
    const { packet } = entry;
    if (packet.type === "CONNECT" && !packet.cleanSession && packet.clientId !== "")
      sessions.add(packet.clientId);
    if (packet.type === "CONNECT" && packet.will?.retain) topics.add(packet.will.topic);
    if (packet.type === "PUBLISH" && packet.retain) topics.add(packet.topic);
  }
  const own = (topic: string) => topic.includes(journal.run) && !/[+#]/.test(topic);
  return { sessions: [...sessions], topics: [...topics].filter(own) };
}

async function clearRetained(journal: Journal, target: Target, topics: readonly string[]): Promise<void> {
  const client = new RawClient("sweep", `${journal.run}-sweep`, target.address, target.credentials);
  try {
    await client.connect();
    for (const topic of topics) client.publish(topic, Buffer.alloc(0), { retain: true });
    await client.fence();
    await client.disconnect();
  } finally {
    client.destroy();
  }
}

/** A clean session discards the stored one (MQTT-3.1.2-6). */
async function endSession(id: string, target: Target): Promise<void> {
  const client = new RawClient("sweep", id, target.address, target.credentials);
  try {
    await client.connect({ clean: true });
    await client.disconnect();
  } finally {
    client.destroy();
  }
}

/** A client's log and what was foretold of it, cut into connections: both begin one at "New client connected". */
import type { LogEvent } from "../../evidence/log/event";
import { narrate, type Narration } from "../../evidence/log/narrator";
import type { LogSighting } from "../log-view";
import type { Scene } from "../scene";

export interface Chapter {
  readonly connection: number;
  readonly lines: readonly Narration[];
}

/**
 * Kinds that are compared. How a connection was opened and closed is worded differently by each version, address
 * translation changes it, and other claims are about it.
 */
const COMPARED: ReadonlySet<LogEvent["kind"]> = new Set([
  "client-connected",
  "no-will",
  "will",
  "topic",
  "packet",
  "publish-refused",
  "subscribe-filter",
  "subscription",
  "unsubscription",
]);

/** The lines that the wire calls for, one chapter an accepted connection of that client. */
export function foretold(scene: Scene, client: string, version: string): readonly Chapter[] {
  const chapters = new Map<number, Narration[]>();
  for (const narration of narrate(scene.entries, version)) {
    if (!COMPARED.has(narration.event.kind)) continue;
    const { connection } = narration.because;
    const known = chapters.get(connection);
    if (known) known.push(narration);
    else if (opens(narration.event, client)) chapters.set(connection, [narration]);
  }
  return [...chapters].map(([connection, lines]) => ({ connection, lines }));
}

/** The lines that the broker wrote about that client, one chapter a "New client connected". */
export function told(scene: Scene, client: string): readonly (readonly LogSighting[])[] {
  const chapters: LogSighting[][] = [];
  for (const sighting of scene.wholeLog.of(client)) {
    if (!COMPARED.has(sighting.event.kind)) continue;
    if (opens(sighting.event, client)) chapters.push([]);
    chapters.at(-1)?.push(sighting);
  }
  return chapters;
}

function opens(event: LogEvent, client: string): boolean {
  return event.kind === "client-connected" && event.client === client;
}

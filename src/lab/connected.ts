/** Who is connected, by what the broker's log says. */
import { LineParser } from "../evidence/log/line-parser";

/** The beginning of our own clients' identifiers; see `probe/broker.ts`. */
const OURS = "tp-mqtt-lab-";

/**
 * A client whose packet is logged is connected, whether or not the log still has its CONNECT.
 *
 * @returns client identifiers, those who came last at the end
 */
export function connectedIn(lines: Iterable<string>): string[] {
  const parser = new LineParser();
  const clients = new Set<string>();
  for (const raw of lines) {
    const event = parser.parse(raw).event;
    if (event === undefined) continue;
    if (event.kind === "version") clients.clear();
    else if (event.kind === "client-connected") clients.add(event.client);
    else if (event.kind === "disconnected") clients.delete(event.client);
    else if (event.kind === "packet" && event.from === "client" && event.type !== "DISCONNECT")
      clients.add(event.client);
  }
  return [...clients].filter((client) => !client.startsWith(OURS));
}

/** The log's PUBLISH lines of one client and one direction, held against the packets: the letters are their fields. */
import type { Entry } from "../../evidence/journal/entry";
import type { PublishEvent } from "../../evidence/log/event";
import { describe } from "../../evidence/wire/mqtt/packet";
import { phrase } from "../../words/text";
import { fail } from "../finding";
import type { LogSighting } from "../log-view";
import type { Scene, Seen } from "../scene";

export type PublishSighting = { readonly entry: LogSighting["entry"]; readonly event: PublishEvent };

/** “Received PUBLISH” or “Sending PUBLISH” lines about that role on that topic, in the log's order. */
export function publishLines(
  scene: Scene,
  role: string,
  from: "client" | "broker",
  topic: string,
): readonly PublishSighting[] {
  const isOne = (line: LogSighting): line is PublishSighting =>
    line.event.kind === "packet" &&
    line.event.type === "PUBLISH" &&
    line.event.from === from &&
    line.event.topic === topic;
  return scene.log(role).filter(isOne);
}

/** Fails unless the n-th line has d, q, r, m, topic and size of the n-th packet, for all of them, and there is no other. */
export function sameAsPackets(
  packets: readonly Seen<"PUBLISH">[],
  lines: readonly PublishSighting[],
): readonly Entry[] {
  const evidence = packets.flatMap((entry, i) => {
    const line = lines[i];
    if (line === undefined) {
      const missing = { en: "no such line in the log", fr: "aucune ligne de ce genre dans le journal" };
      return fail(describe(entry.packet), missing, entry);
    }
    if (!tells(line.event, entry)) fail(describe(entry.packet), line.entry.text, entry, line.entry);
    return [entry, line.entry];
  });
  const further = lines.slice(packets.length);
  if (further.length === 0) return evidence;
  const count = { en: " lines", fr: " lignes" };
  return fail(
    phrase`${packets.length}${count}`,
    phrase`${lines.length}${count}`,
    evidence,
    further.map(({ entry }) => entry),
  );
}

function tells(event: PublishEvent, { packet }: Seen<"PUBLISH">): boolean {
  return (
    event.dup === packet.dup &&
    event.qos === packet.qos &&
    event.retain === packet.retain &&
    event.packetId === (packet.packetId ?? 0) &&
    (event.bytes === undefined || event.bytes === packet.payload.length)
  );
}

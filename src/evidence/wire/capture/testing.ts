/** Journal entries made by hand, and captures of them in a folder of the system's. Used by the tests of captures. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate, type IConnectPacket, type Packet } from "mqtt-packet";
import type { ClosedEntry, Entry, OpenedEntry, PacketEntry, RefusedEntry } from "../../journal/entry";
import { decode } from "../mqtt/decode";
import type { Side } from "../rules";
import { framesOf } from "./frames";
import { pcapng, type CaptureHead } from "./pcapng";

const EXERCISE = "2.4-made";

/** Entries of one exercise, a millisecond apart, on one connection unless told otherwise. */
export class Made {
  readonly entries: Entry[] = [];

  actor(role: string, client: string): this {
    return this.put({ source: "play", exercise: EXERCISE, event: "actor", role, client });
  }

  opened(more: Partial<OpenedEntry> = {}): this {
    return this.put({ ...this.place, event: "opened", ...more });
  }

  refused(why: string, more: Partial<RefusedEntry> = {}): this {
    return this.put({ ...this.place, event: "refused", why, ...more });
  }

  closed(by: ClosedEntry["by"], how: ClosedEntry["how"], more: Partial<ClosedEntry> = {}): this {
    return this.put({ ...this.place, event: "closed", by, how, ...more });
  }

  packet(from: Side, packet: Packet, more: Partial<PacketEntry> = {}): this {
    const raw = generate(packet);
    return this.put({ ...this.place, event: "packet", from, raw, packet: decode(raw, 4), level: 4, ...more });
  }

  bytes(from: Side, raw: Buffer): this {
    return this.put({ ...this.place, event: "bytes", from, raw });
  }

  private readonly place = { source: "wire", exercise: EXERCISE, role: "visitor", connection: 1 } as const;

  private put(entry: Record<string, unknown>): this {
    this.entries.push({ at: this.entries.length, ...entry } as unknown as Entry);
    return this;
  }
}

export const CONNECT: IConnectPacket = {
  cmd: "connect",
  protocolId: "MQTT",
  protocolVersion: 4,
  clean: true,
  clientId: "visitor-1",
  keepalive: 60,
};
export const CONNACK: Packet = { cmd: "connack", returnCode: 0, sessionPresent: false };

export function publish(payload: Buffer): Packet {
  return { cmd: "publish", qos: 0, dup: false, retain: false, topic: "a/b", payload };
}

/** Writes the capture of the entries; returns its path. */
export function captureIn(
  folder: string,
  entries: readonly Entry[],
  head: Partial<CaptureHead> = {},
): string {
  const file = join(folder, "made.pcapng");
  const whole = {
    application: "tp-mqtt 1.2.3",
    comment: "made by hand",
    startedAt: 0,
    lang: "en",
    ...head,
  } as const;
  writeFileSync(file, Buffer.concat([...pcapng(framesOf(entries), whole)]));
  return file;
}

/** The wills of the exercise: who left one, how the client ended, and what the observer was sent of it. */
import type { ClosedEntry } from "../../src/evidence/journal/entry";
import type { Will } from "../../src/evidence/wire/mqtt/packet";
import { describe } from "../../src/evidence/wire/mqtt/packet";
import { fail } from "../../src/judge/finding";
import type { Scene, Seen } from "../../src/judge/scene";
import { same } from "../../src/words/text";

export interface Testator {
  readonly role: string;
  readonly connect: Seen<"CONNECT">;
  readonly will: Will;
}

/** Those whose connection is cut. */
const CUT = ["fin", "reset", "keeps"] as const;

/** Those that leave with DISCONNECT. */
const POLITE = ["polite", "polite-keeps"] as const;

/** A client that left a will; inconclusive when it never came. */
export function testator(scene: Scene, role: string): Testator {
  const connect = scene.played("CONNECT", { role });
  const { will } = connect.packet;
  return will ? { role, connect, will } : scene.unplayed(same(`CONNECT (${role})`));
}

/** All whose connection was cut, without those that this broker could not play. */
export function cutOnes(scene: Scene): readonly Testator[] {
  return CUT.filter((role) => scene.roles.includes(role)).map((role) => testator(scene, role));
}

/** All that left with DISCONNECT, without those that this broker could not play. */
export function politeOnes(scene: Scene): readonly Testator[] {
  const present = POLITE.filter((role) => scene.roles.includes(role));
  return (present.length > 0 ? present : POLITE).map((role) => testator(scene, role));
}

/** Those of whose will the observer was sent something. */
export function heardOnes(scene: Scene): readonly Testator[] {
  const heard = cutOnes(scene).filter(
    ({ will }) => scene.packets("broker", "PUBLISH", { role: "observer", topic: will.topic }).length > 0,
  );
  return heard.length > 0 ? heard : scene.unplayed({ en: "a will", fr: "un testament" });
}

/** Where the tap cut that role's connection. */
export function cut(scene: Scene, role: string): ClosedEntry {
  const closed = scene.closings(role)[0];
  return closed ?? scene.unplayed({ en: `the cut of “${role}”`, fr: `la coupure de « ${role} »` });
}

/** The delivery of a will to the observer, with its topic and payload. Fails without. */
export function delivery(scene: Scene, { role, connect, will }: Testator): Seen<"PUBLISH"> {
  const closed = cut(scene, role);
  const where = { role: "observer", topic: will.topic };
  const got = scene.answered("PUBLISH", where, [connect, closed]);
  if (!got.packet.payload.equals(will.payload))
    fail(`'${will.topic}' (${will.payload.length} bytes)`, describe(got.packet), connect, closed, got);
  return got;
}

/** Proofs of absence: what the broker had sent before the PINGRESP has been seen by then, so nothing else was sent. */
import type { Entry } from "../../evidence/journal/entry";
import { describe } from "../../evidence/wire/mqtt/packet";
import { same } from "../../words/text";
import { fail, inconclusive } from "../finding";
import type { Scene, Seen } from "../scene";

/**
 * The PINGRESP to the first PINGREQ that the role sent after `after`, on that connection if one is named. Inconclusive
 * without: then nothing closes the observation.
 */
export function fenceAfter(scene: Scene, role: string, after: Entry, connection?: number): Seen<"PINGRESP"> {
  const ask = scene.played("PINGREQ", { role, after, ...(connection === undefined ? {} : { connection }) });
  const fence = scene.packets("broker", "PINGRESP", { role, after: ask, connection: ask.connection })[0];
  return (
    fence ??
    inconclusive(
      {
        en: `no PINGRESP closes the observation of “${role}”`,
        fr: `aucun PINGRESP ne clôt l’observation de « ${role} »`,
      },
      ask,
    )
  );
}

export interface Observed {
  readonly role: string;
  /** Beginning of the observation. */
  readonly after: Entry;
  /** The observation must reach beyond this: where a publication was over that might have been delivered. */
  readonly beyond?: Entry;
  /** Only on this connection. */
  readonly connection?: number;
  /** Only on topics that end so. */
  readonly name?: string;
}

/**
 * From `after` on, and until a fence behind the last of them, the broker sent the role the PUBLISHes `known` and no
 * other. Fails when there is another.
 * @returns the evidence: those, and the fence
 */
export function nothingBut(
  scene: Scene,
  { role, after, beyond, connection, name }: Observed,
  known: readonly Seen<"PUBLISH">[] = [],
): readonly Entry[] {
  const last = [beyond, known.at(-1)].reduce<Entry>(
    (latest, entry) => (entry && scene.precedes(latest, entry) ? entry : latest),
    after,
  );
  const fence = fenceAfter(scene, role, last, connection);
  const others = scene
    .packets("broker", "PUBLISH", {
      role,
      after,
      before: fence,
      ...(connection === undefined ? {} : { connection }),
    })
    .filter((entry) => !known.includes(entry))
    .filter((entry) => name === undefined || entry.packet.topic.endsWith(`/${name}`));
  const [other] = others;
  if (other === undefined) return [...known, fence];
  return fail(
    known.length === 0
      ? { en: "no PUBLISH", fr: "aucun PUBLISH" }
      : { en: "no further PUBLISH", fr: "aucun autre PUBLISH" },
    same(others.map((entry) => describe(entry.packet)).join(", ")),
    known,
    others,
    fence,
  );
}

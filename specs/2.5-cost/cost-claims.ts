/** How many packets a message takes on each leg, counted on the wire. */
import type { PacketEntry } from "../../src/evidence/journal/entry";
import type { QoS } from "../../src/evidence/wire/mqtt/packet";
import type { Claim } from "../../src/judge/claim";
import { fenceAfter } from "../../src/judge/claims/fence";
import { publication, publications } from "../../src/judge/claims/publication";
import { fail, pass } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";
import { same } from "../../src/words/text";
import { publisherOf, subscriberOf } from "./latency";

/** The packets of one message in their order; the sender of the PUBLISH sends every other one (clause 4.3). */
const EXCHANGES: Readonly<Record<QoS, readonly string[]>> = {
  0: ["PUBLISH"],
  1: ["PUBLISH", "PUBACK"],
  2: ["PUBLISH", "PUBREC", "PUBREL", "PUBCOMP"],
};

type Leg = "publisher" | "subscriber";

const LEGS: Readonly<Record<Leg, { readonly en: string; readonly fr: string }>> = {
  publisher: { en: "between publisher and broker", fr: "entre l’émetteur et le broker" },
  subscriber: { en: "between broker and subscriber", fr: "entre le broker et l’abonné" },
};

/** A claim for each leg. */
export function packetsPerMessage(qos: QoS, count: number): readonly Claim[] {
  const exchange = EXCHANGES[qos];
  const number = exchange.length;
  return (["publisher", "subscriber"] as const).map((leg) => ({
    id: `qos${qos}-${leg}`,
    title: {
      en: `QoS ${qos}: ${number} packet${number > 1 ? "s" : ""} a message ${LEGS[leg].en}`,
      fr: `QoS ${qos} : ${number} paquet${number > 1 ? "s" : ""} par message ${LEGS[leg].fr}`,
    },
    rests: ["wire"],
    hint: {
      en: "Count, in the capture, the packets on one connection from one PUBLISH to the next.",
      fr: "Comptez, dans la capture, les paquets d’une même connexion d’un PUBLISH au suivant.",
    },
    judge(scene) {
      const seen = counted(scene, qos, leg, count);
      const expected = Array.from({ length: count }, () => exchange).flat();
      const actual = seen.map(({ packet }) => packet.type);
      if (tally(actual) === tally(expected)) return pass(seen);
      return fail(same(tally(expected)), actual.length > 0 ? same(tally(actual)) : NOTHING, seen);
    },
  }));
}

const NOTHING = { en: "nothing", fr: "rien" };

/** `3 × PUBLISH, 3 × PUBACK`: kinds in the order of their first appearance in the standard. */
function tally(types: readonly string[]): string {
  const order = [...new Set([...EXCHANGES[1], ...EXCHANGES[2], ...types])];
  return order
    .map((type) => ({ type, count: types.filter((other) => other === type).length }))
    .filter((row) => row.count > 0)
    .map((row) => `${row.count} × ${row.type}`)
    .join(", ");
}

/** Everything on that leg's connection from the first counted message to the fence that follows the last. */
function counted(scene: Scene, qos: QoS, leg: Leg, count: number): readonly PacketEntry[] {
  const first = publication(scene, publisherOf(qos), `counted-${qos}`);
  const last = publications(scene, publisherOf(qos), `counted-${qos}`)[count - 1];
  if (last === undefined) return scene.unplayed(same(`PUBLISH ${count} (counted-${qos})`));
  const role = leg === "publisher" ? publisherOf(qos) : subscriberOf(qos);
  const fence = fenceAfter(scene, role, last);
  return scene
    .exchange(role, { before: fence })
    .filter((entry) => entry === first || scene.precedes(first, entry))
    .filter(({ packet }) => packet.type !== "PINGREQ");
}

/** The packets of one publication, as the wire shows them. */
import type { PacketEntry } from "../../../evidence/journal/entry";
import { same } from "../../../words/text";
import { inconclusive } from "../../finding";
import type { Scene } from "../../scene";

/** What a publication is made of. CONNECT, the PINGREQs of a fence and DISCONNECT stand around it. */
export const OF_A_PUBLICATION: ReadonlySet<string> = new Set([
  "PUBLISH",
  "PUBACK",
  "PUBREC",
  "PUBREL",
  "PUBCOMP",
]);

/**
 * Types of the packets between that role and the broker, from the role's only PUBLISH, whichever way it goes, to the
 * last acknowledgement. Inconclusive unless the journal also shows that nothing followed.
 */
export function publicationPackets(scene: Scene, role: string): readonly string[] {
  const exchange = scene.exchange(role).filter(({ packet }) => OF_A_PUBLICATION.has(packet.type));
  const [publish] = exchange;
  const last = exchange.at(-1);
  if (publish === undefined || last === undefined) return scene.unplayed(same(`PUBLISH (${role})`));
  const isOne = exchange.every((entry) => entry === publish || acknowledges(entry, publish));
  if (publish.packet.type !== "PUBLISH" || !isOne) inconclusive(NOT_ONE, exchange);
  if (exchange.some(({ withheld }) => withheld)) inconclusive(WITHHELD, exchange);
  if (!isOver(scene, last)) inconclusive(OPEN, last);
  return exchange.map(({ packet }) => packet.type);
}

function acknowledges({ packet, connection }: PacketEntry, { packet: publish, connection: of }: PacketEntry) {
  if (publish.type !== "PUBLISH" || packet.type === "PUBLISH" || connection !== of) return false;
  return "packetId" in packet && packet.packetId === publish.packetId;
}

/** Behind `last` the broker answered a ping, or the connection was closed by one of the two. */
function isOver(scene: Scene, last: PacketEntry): boolean {
  return scene.wire(last.role).some((entry) => {
    if (entry.connection !== last.connection || !scene.precedes(last, entry)) return false;
    if (entry.event === "closed") return entry.by !== "tap";
    return entry.event === "packet" && entry.packet.type === "PINGRESP";
  });
}

const NOT_ONE = {
  en: "it holds more than one publication",
  fr: "il contient plus d’une publication",
};
const WITHHELD = {
  en: "a packet of it was withheld on purpose",
  fr: "un de ses paquets a été retenu exprès",
};
const OPEN = {
  en: "nothing shows that no further packet followed",
  fr: "rien ne montre qu’aucun autre paquet n’a suivi",
};

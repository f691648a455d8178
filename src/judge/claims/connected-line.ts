/** The log's two lines about a CONNECT that was accepted: “New client connected …” and “Sending CONNACK …”. */
import type { EventOf } from "../../evidence/log/event";
import { same } from "../../words/text";
import { fail, inconclusive } from "../finding";
import type { LogSighting } from "../log-view";
import type { Scene, Seen } from "../scene";

export interface Connected {
  readonly connack: Seen<"CONNACK">;
  readonly line: { readonly entry: LogSighting["entry"]; readonly event: EventOf<"client-connected"> };
  readonly answer: { readonly entry: LogSighting["entry"]; readonly event: EventOf<"packet"> };
}

/**
 * A client that connects several times has as many of these lines, in the same order. Fails when they are missing,
 * inconclusive when the broker did not accept this CONNECT.
 */
export function connectedLine(scene: Scene, connect: Seen<"CONNECT">): Connected {
  const { role, connection, packet } = connect;
  const connack = scene.answered("CONNACK", { role, connection }, [connect]);
  if (connack.packet.code !== 0) {
    const refused = same(`CONNACK ${connack.packet.code}`);
    inconclusive(refused, connect, connack);
  }
  const before = scene
    .packets("client", "CONNECT", { before: connect })
    .filter((other) => other.packet.clientId === packet.clientId && accepted(scene, other)).length;
  const lines = scene.wholeLog.of(packet.clientId);
  const line = lines.filter(isConnected)[before];
  const answer = lines.filter(isConnack)[before];
  if (line === undefined) return fail("New client connected …", NO_LINE, connect, connack);
  if (answer === undefined) return fail("Sending CONNACK …", NO_LINE, connack, line.entry);
  return { connack, line, answer };
}

const NO_LINE = { en: "no such line in the log", fr: "aucune ligne de ce genre dans le journal" };

function accepted(scene: Scene, { role, connection }: Seen<"CONNECT">): boolean {
  return scene.packets("broker", "CONNACK", { role, connection })[0]?.packet.code === 0;
}

function isConnected(sighting: LogSighting): sighting is Connected["line"] {
  return sighting.event.kind === "client-connected";
}

function isConnack(sighting: LogSighting): sighting is Connected["answer"] {
  return sighting.event.kind === "packet" && sighting.event.type === "CONNACK";
}

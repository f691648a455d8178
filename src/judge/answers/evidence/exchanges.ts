/** Claims about one packet of an excerpt and what it calls for, each on the connection of that packet. */
import { answerTo } from "../../claims/acknowledged";
import { fail, inconclusive, pass, type Finding } from "../../finding";
import type { Scene, Seen, Where } from "../../scene";
import { WORDS } from "./words";

type Publication = Seen<"PUBLISH">;

function onConnection({ role, connection }: Seen<"PUBLISH" | "SUBSCRIBE" | "PINGREQ" | "PUBREC">): Where {
  return { role, connection };
}

/** A PUBLISH at QoS 0, and nothing that acknowledges it. */
export function unacknowledged(scene: Scene, sent: Publication): Finding {
  const where = { ...onConnection(sent), after: sent };
  const published = new Set(
    scene.packets("client", "PUBLISH", onConnection(sent)).map(({ packet }) => packet.packetId),
  );
  const answers = [...scene.packets("broker", "PUBACK", where), ...scene.packets("broker", "PUBREC", where)];
  const loose = answers.filter(({ packet }) => !published.has(packet.packetId));
  return loose.length === 0 ? pass(sent) : inconclusive(WORDS.looseAnswer, sent, loose);
}

/** A PUBLISH at QoS 1 and its acknowledgement. */
export function acknowledged(scene: Scene, sent: Publication): Finding {
  isAcrossConnections(scene, sent, ["PUBACK"]);
  return pass(sent, answerTo(scene, sent, "PUBACK"));
}

/** A PUBLISH at QoS 2 and the three packets after it, in their order. */
export function exactlyOnce(scene: Scene, sent: Publication): Finding {
  isAcrossConnections(scene, sent, ["PUBREC", "PUBREL", "PUBCOMP"]);
  const pubrec = answerTo(scene, sent, "PUBREC");
  const where = { ...onConnection(sent), packetId: sent.packet.packetId, after: pubrec };
  const pubrel =
    scene.packets("client", "PUBREL", where)[0] ??
    fail(`PUBREL m${sent.packet.packetId ?? 0}`, WORDS.noSuchLine, sent, pubrec);
  return pass(sent, pubrec, pubrel, answerTo(scene, pubrel, "PUBCOMP"));
}

/** An exchange may go on when the client comes back: whether it is whole, the excerpt then does not tell by itself. */
function isAcrossConnections(
  scene: Scene,
  sent: Publication,
  steps: readonly ("PUBACK" | "PUBREC" | "PUBREL" | "PUBCOMP")[],
): void {
  let last: Seen<"PUBLISH" | (typeof steps)[number]> = sent;
  for (const step of steps) {
    const from = step === "PUBREL" ? "client" : "broker";
    const where = { role: sent.role, packetId: sent.packet.packetId, after: last };
    const next: typeof last | undefined = scene.packets(from, step, where)[0];
    if (next === undefined) return;
    last = next;
  }
  if (last.connection !== sent.connection) inconclusive(WORDS.acrossConnections, sent, last);
}

/** A SUBSCRIBE with the filters that it names. */
export function named(_scene: Scene, asked: Seen<"SUBSCRIBE">): Finding {
  if (asked.packet.filters.length === 0) return fail("⇥… (QoS …)", WORDS.noSuchLine, asked);
  return pass(asked);
}

export function granted(scene: Scene, asked: Seen<"SUBSCRIBE">): Finding {
  return pass(asked, answerTo(scene, asked, "SUBACK"));
}

/** A CONNACK that accepts the client. */
export function accepted(_scene: Scene, answer: Seen<"CONNACK">): Finding {
  return answer.packet.code === 0 ? pass(answer) : inconclusive(WORDS.refused, answer);
}

export function seen(_scene: Scene, packet: Seen<"CONNECT">): Finding {
  return pass(packet);
}

export function pinged(scene: Scene, ping: Seen<"PINGREQ">): Finding {
  const [answer] = scene.packets("broker", "PINGRESP", { ...onConnection(ping), after: ping });
  return answer === undefined ? fail("PINGRESP", WORDS.noSuchLine, ping) : pass(ping, answer);
}

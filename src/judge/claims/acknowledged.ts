/** Claims about the answer that a packet is owed: it comes, to the right packet, once, with the right flags. */
import { equal, fail, pass, type Finding } from "../finding";
import { wellFormed } from "./form";
import type { Scene, Seen } from "../scene";

type Request = "PUBLISH" | "PUBREC" | "PUBREL" | "SUBSCRIBE" | "UNSUBSCRIBE";
type Answer = "PUBACK" | "PUBREC" | "PUBREL" | "PUBCOMP" | "SUBACK" | "UNSUBACK";

export interface Exchange {
  /** Whose connection. */
  readonly role: string;
  /** What the client sent. */
  readonly request: Request;
  /** What the broker owes for it. */
  readonly answer: Answer;
}

export const PACKET_ID = { en: "packet identifier", fr: "identifiant de paquet" };

/**
 * Every `request` that the role sent on a connection is answered by one `answer` with its packet identifier, after it
 * and on the same connection.
 */
export function everyRequestAnswered(scene: Scene, { role, request, answer }: Exchange): Finding {
  scene.played(request, { role });
  const evidence = scene
    .packets("client", request, { role })
    .flatMap((sent) => [sent, answerTo(scene, sent, answer)]);
  return pass(evidence);
}

/** The answer to one request. Fails when it is missing, has another packet identifier, or comes twice. */
export function answerTo(scene: Scene, sent: Seen<Request>, answer: Answer): Seen<Answer> {
  const packetId = sent.packet.packetId;
  const where = { role: sent.role, connection: sent.connection, after: sent };
  const [first, second] = scene.packets("broker", answer, { ...where, packetId });
  if (first === undefined) {
    const other = scene.answered(answer, where, [sent]);
    equal(PACKET_ID, other.packet.packetId, packetId ?? 0, sent, other);
    return other;
  }
  const again = second && !asksAgain(scene, sent, second);
  if (again)
    fail(
      { en: `one ${answer}`, fr: `un seul ${answer}` },
      { en: "two of them", fr: "deux" },
      sent,
      first,
      second,
    );
  wellFormed(first);
  return first;
}

/** True when the client sent the same packet identifier again before the second answer. */
function asksAgain(scene: Scene, sent: Seen<Request>, second: Seen<Answer>): boolean {
  const between = {
    role: sent.role,
    connection: sent.connection,
    after: sent,
    before: second,
    packetId: sent.packet.packetId,
  };
  return scene.packets("client", sent.packet.type, between).length > 0;
}

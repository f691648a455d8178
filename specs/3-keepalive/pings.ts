import type { Scene, Seen } from "../../src/judge/scene";

export interface Ping {
  readonly ping: Seen<"PINGREQ">;
  readonly answer: Seen<"PINGRESP">;
}

/** The role's PINGREQs, each with the PINGRESP that came before its next packet; those without one are left out. */
export function answersToPings(scene: Scene, role: string): readonly Ping[] {
  return scene.packets("client", "PINGREQ", { role }).flatMap((ping) => {
    const answer = answerTo(scene, ping);
    return answer ? [{ ping, answer }] : [];
  });
}

/** The PINGRESP that came before anything else that the client sent. */
export function answerTo(scene: Scene, ping: Seen<"PINGREQ">): Seen<"PINGRESP"> | undefined {
  const { role, connection } = ping;
  const next = scene.exchange(role, { connection, after: ping }).find((entry) => entry.from === "client");
  return scene.packets("broker", "PINGRESP", { role, connection, after: ping, before: next })[0];
}

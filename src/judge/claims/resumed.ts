/** A client that comes back and finds its session. */
import { equal } from "../finding";
import type { Scene, Seen } from "../scene";

export interface Return {
  readonly connect: Seen<"CONNECT">;
  readonly connack: Seen<"CONNACK">;
}

/** The role's n-th connection, counted from 1. Inconclusive when there was none, fails when it was not answered. */
export function connection(scene: Scene, role: string, n = 1): Return {
  const connect =
    scene.packets("client", "CONNECT", { role })[n - 1] ??
    scene.unplayed({ en: `connection ${n} of “${role}”`, fr: `connexion n° ${n} de « ${role} »` });
  const place = { role, connection: connect.connection, after: connect };
  return { connect, connack: scene.answered("CONNACK", place, [connect]) };
}

/** That connection, which must say that the session is present (MQTT-3.2.2-2). */
export function resumed(scene: Scene, role: string, n = 1): Return {
  const back = connection(scene, role, n);
  const { connect, connack } = back;
  equal({ en: "return code", fr: "code de retour" }, connack.packet.code, 0, connect, connack);
  equal(
    { en: "session present", fr: "session présente" },
    Number(connack.packet.sessionPresent),
    1,
    connect,
    connack,
  );
  return back;
}

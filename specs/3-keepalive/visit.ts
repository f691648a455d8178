/** One connection of a client that comes and goes. */
import type { Scene, Seen } from "../../src/judge/scene";
import { equal } from "../../src/judge/finding";
import { same } from "../../src/words/text";

export interface Visit {
  readonly role: string;
  /** Number of the TCP connection, as the journal counts. */
  readonly connection: number;
  readonly connect: Seen<"CONNECT">;
  readonly connack: Seen<"CONNACK">;
}

/** The role's n-th connection, counted from 1; it must have been accepted. */
export function visit(scene: Scene, role: string, n: number): Visit {
  const connect =
    scene.packets("client", "CONNECT", { role })[n - 1] ??
    scene.unplayed({ en: `connection ${n} of “${role}”`, fr: `connexion n° ${n} de « ${role} »` });
  const { connection } = connect;
  const connack = scene.answered("CONNACK", { role, connection }, [connect]);
  return { role, connection, connect, connack };
}

/** Fails unless the CONNACK says so. */
export function sessionPresent(
  { connect, connack }: Visit,
  expected: boolean,
): readonly Seen<"CONNECT" | "CONNACK">[] {
  equal({ en: "return code", fr: "code de retour" }, connack.packet.code, 0, connect, connack);
  equal(same("session present"), Number(connack.packet.sessionPresent), Number(expected), connect, connack);
  return [connect, connack];
}

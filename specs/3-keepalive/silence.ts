/** What became of the clients that sent nothing after their CONNECT. */
import type { ClosedEntry, PlayEntry } from "../../src/evidence/journal/entry";
import { expiryBounds, type Bounds } from "../../src/judge/claims/keep-alive";
import type { Scene, Seen } from "../../src/judge/scene";

/** The step at which all silent clients were dropped or given up; its data: how late our own event loop was, in ms. */
export const LAG = "silence-over";

/** Seconds by which clocks may differ: ours, and the broker's which counts whole seconds. */
const CLOCKS = 0.05;
/** Seconds that a broker on a busy machine may need from its decision to the close that we see. */
const BUSY = 0.5;

/** Roles of the silent clients, in the order of their keep alive. */
export function silentRoles(scene: Scene): readonly string[] {
  return scene.roles.filter((role) => /^k[1-9]/.test(role)).sort();
}

export interface Drop {
  readonly connect: Seen<"CONNECT">;
  readonly connack: Seen<"CONNACK">;
  /** The broker's close; undefined while there was none. */
  readonly closed: ClosedEntry | undefined;
  /** From CONNACK to close. */
  readonly seconds: number | undefined;
  /** In seconds; measuring allowed for. */
  readonly bounds: Bounds;
}

/** How one of them ended. */
export function dropOf(scene: Scene, role: string): Drop {
  const connect = scene.played("CONNECT", { role });
  const connack = scene.answered("CONNACK", { role }, [connect]);
  const closed = scene.closings(role).find((closing) => closing.by === "broker");
  const { least, most } = expiryBounds(scene.broker, connect.packet.keepAlive);
  return {
    connect,
    connack,
    closed,
    seconds: closed && (closed.at - connack.at) / 1000,
    bounds: { least: least - CLOCKS, most: most + BUSY + lagOf(scene) },
  };
}

/** How late our own event loop was at its worst, in seconds; 0 when that was never measured. */
export function lagOf(scene: Scene): number {
  const mark = scene.reached(LAG) ? scene.mark(LAG) : undefined;
  return typeof mark?.data === "number" ? mark.data / 1000 : 0;
}

/** The end of the silence, without which nothing can be said about those who outlived it. */
export function endOfSilence(scene: Scene): PlayEntry {
  return scene.mark(LAG);
}

/** When a broker drops a client that it no longer hears: what the standard asks, as each broker is known to do it. */
import { atLeast, type BrokerFacts } from "../../evidence/broker";

/** Seconds from the client's last packet to the end of its connection. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

type Broker = Pick<BrokerFacts, "software" | "version">;

/**
 * Mosquitto counts whole seconds and drops after more than floor(1.5 k) of them. From 2.0.0 to 2.0.20 it looks only
 * every 6 s. 2.1 looks every second, but sleeps up to 6 s when it was built without websockets, which nothing outside
 * tells. A broker that is not known may round either way and be as late as the latest of these.
 *
 * @param keepAlive seconds, as in the CONNECT; not 0
 */
export function expiryBounds({ software, version }: Broker, keepAlive: number): Bounds {
  const limit = 1.5 * keepAlive;
  if (software === "aedes") return { least: limit, most: limit + 0.1 };
  if (software !== "mosquitto" || version === undefined) return { least: keepAlive, most: limit + 7 };
  const whole = Math.floor(limit);
  const coarse = looksEverySixSeconds(version) || atLeast(version, "2.1.0");
  return { least: whole, most: whole + (coarse ? 6.1 : 1.1) };
}

/** Whether every client is dropped soon after its time, so that a further one costs the run no second round. */
export function dropsPromptly({ software, version }: Broker): boolean {
  if (software === "aedes") return true;
  return software === "mosquitto" && version !== undefined && !looksEverySixSeconds(version);
}

function looksEverySixSeconds(version: string): boolean {
  return atLeast(version, "2.0.0") === true && atLeast(version, "2.0.21") === false;
}

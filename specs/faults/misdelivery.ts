/** Deliveries that do not fit the subscriptions, used by the faults of section 6. */
import type { Meddler } from "./relay/meddler";
import { drop, injectTo } from "./relay/meddle";

/** The broker's matching is wrong: `role` is sent what was published on a topic that is none of its own. */
export function misdeliver(publisher: string, topic: string | RegExp, role: string): Meddler {
  return injectTo(role, { from: "client", type: "PUBLISH", role: publisher, topic }, ({ raw }) => [raw]);
}

/** The broker's matching is wrong the other way: `role` is not sent what it subscribed to. */
export function lose(role: string, topic: string | RegExp): Meddler {
  return drop({ from: "broker", type: "PUBLISH", role, topic });
}

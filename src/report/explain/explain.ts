/** A line of a broker's log in words: what it is, which way it goes, and what its letters and numbers stand for. */
import type { EventOf, LogEvent } from "../../evidence/log/event";
import * as broker from "./broker";
import * as connections from "./connections";
import type { Explanation, Owner, Vocabulary } from "./explanation";
import * as misdeeds from "./misdeeds";
import { opensslError } from "./openssl";
import * as packets from "./packets";

type Kind = LogEvent["kind"];
type Explainer<E extends LogEvent> = (event: E, say: Vocabulary, owner?: Owner) => Explanation;

const EXPLAINERS = {
  packet: packets.packet,
  "publish-refused": packets.publishRefused,
  "delivery-refused": packets.deliveryRefused,
  "quota-exceeded": packets.quotaExceeded,
  "new-connection": connections.newConnection,
  "client-connected": connections.clientConnected,
  "no-will": connections.noWill,
  will: connections.will,
  topic: connections.topic,
  negotiated: connections.negotiated,
  "connection-denied": connections.connectionDenied,
  "connection-failed": connections.connectionFailed,
  "looks-like-tls": connections.looksLikeTls,
  "subscribe-filter": connections.subscribeFilter,
  subscription: connections.subscription,
  unsubscription: connections.unsubscription,
  disconnected: connections.disconnected,
  "session-expired": connections.sessionExpired,
  "protocol-error": misdeeds.protocolError,
  invalid: misdeeds.invalid,
  "multiple-connect": misdeeds.multipleConnect,
  "unknown-packet-id": misdeeds.unknownPacketId,
  "reused-packet-id": misdeeds.reusedPacketId,
  "receive-maximum-exceeded": misdeeds.receiveMaximum,
  "outgoing-dropped": misdeeds.dropped,
  "outgoing-too-large": misdeeds.tooLarge,
  "packet-too-large": misdeeds.tooLarge,
  version: broker.version,
  "running-as": broker.runningAs,
  config: broker.config,
  "config-error": broker.configError,
  support: broker.support,
  listening: broker.listening,
  "local-only": broker.localOnly,
  saving: broker.saving,
  restored: broker.restored,
  reloading: broker.reloading,
  error: broker.misfortune,
  warning: broker.misfortune,
  "openssl-error": opensslError,
  cut: broker.cut,
} satisfies { readonly [K in Kind]: Explainer<EventOf<K>> };

/** @param owner whose packet the line is about, where it has no client of its own */
export function explain(event: LogEvent, say: Vocabulary, owner?: Owner): Explanation {
  const explainer = EXPLAINERS[event.kind] as Explainer<LogEvent>;
  return explainer(event, say, owner);
}

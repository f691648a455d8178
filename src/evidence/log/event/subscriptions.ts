/** Filters of SUBSCRIBE and UNSUBSCRIBE, and what came of them. */
import type { OfClient } from "./common";

/** `⇥filter (QoS n)`, the QoS after the broker's cap; 2.1 prints `(denied)` where earlier versions print the QoS. */
export interface SubscribeFilterEvent {
  readonly kind: "subscribe-filter";
  readonly filter: string;
  readonly qos?: number;
  readonly denied?: true;
}
/** `<id> <qos> <filter>`: the subscription was granted. */
export interface SubscriptionEvent extends OfClient {
  readonly kind: "subscription";
  readonly qos: number;
  readonly filter: string;
}
/** `<id> <filter>`: printed also when there was no such subscription. */
export interface UnsubscriptionEvent extends OfClient {
  readonly kind: "unsubscription";
  readonly filter: string;
}

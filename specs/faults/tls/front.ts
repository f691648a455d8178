/** What stands before a port of the broker, or in its place. */
import type { CertifiedKey } from "../../../certs";
import type { Address } from "../../../src/target/target";
import type { Relay } from "../relay/standing";

export interface Broker {
  readonly plain: Address;
  readonly tls: Address;
  /** What its TLS port shows. */
  readonly certified: CertifiedKey;
}

/** Called once a play. */
export type Front = (broker: Broker) => Promise<Relay>;

/** Clients come out somewhere else, without knowing it; stopping it is not this one's business. */
export function leadingTo(address: (broker: Broker) => Address): Front {
  return (broker) =>
    Promise.resolve({ address: address(broker), ports: new Map(), close: () => Promise.resolve() });
}

/** What may be wrong about a broker's TLS port. */
import type { CertifiedKey } from "../../../certs";
import type { Address, TlsAccess } from "../../../src/target/target";

export interface TlsFault {
  /** What the broker serves; it is handed out too, unless `handedOut` says otherwise. */
  readonly certificate?: () => Promise<CertifiedKey>;
  /** What clients are given instead of what the broker serves. */
  readonly handedOut?: () => Promise<CertifiedKey>;
  /** Lines of mosquitto.conf for the TLS listener. */
  readonly config?: readonly string[];
  /** What stands on the TLS port in the broker's place. */
  readonly front?: (broker: Broker) => Promise<Front>;
  /** What stands on the plain port in the broker's place. */
  readonly plainFront?: (broker: Broker) => Promise<Front>;
}

export interface Broker {
  readonly plain: Address;
  readonly tls: TlsAccess;
  /** What the broker serves and what is handed out, with its key. */
  readonly certified: CertifiedKey;
}

export interface Front extends AsyncDisposable {
  readonly address: Address;
  /** What is handed out, where that is not what the broker has. */
  readonly certificate?: string;
}

/** The TLS port of a broker that this run started. */
import { selfSigned, LOCAL_NAMES, type CertifiedKey } from "../../certs";
import type { Address, TlsAccess } from "./target";

/** A certificate for a broker of this machine. Each broker gets its own, which ends with it. */
export function brokerCertificate(): Promise<CertifiedKey> {
  return selfSigned({ names: LOCAL_NAMES });
}

/**
 * The name to verify is `localhost` also where a Docker engine runs elsewhere: the certificate says who the broker is, not
 * through which port of which machine it is reached. And only a name, not an address, goes into the ClientHello.
 */
export function tlsAccess(address: Address, { certificate }: CertifiedKey): TlsAccess {
  return { address, name: "localhost", certificate };
}

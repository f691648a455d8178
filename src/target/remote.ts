/** A broker that somebody else runs, the class's server for instance: nothing is started, and nothing is stopped. */
import type { Address, Capability, Credentials, LogOrigin, SshAccess, Target, TlsAccess } from "./target";

export interface RemoteOptions {
  readonly address: Address;
  /** Its TLS port, if one was named. */
  readonly tls?: TlsAccess;
  readonly credentials?: Credentials;
  /** Where the broker's log is read; none by default. Made by the caller, who knows commands and files. */
  readonly log?: LogOrigin;
  /** The login that shows it, where it is read over SSH. */
  readonly ssh?: SshAccess;
}

/**
 * Makes a target of a running broker. Nothing is asked of it yet: whether something listens there, and what it refuses,
 * is evidence, and judged as such.
 */
export function reachRemote(options: RemoteOptions): Target & { readonly kind: "remote" } {
  const { address, credentials = {}, log = NO_LOG, ssh, tls } = options;
  const { host, port } = address;
  return {
    kind: "remote",
    address,
    ...(tls === undefined ? {} : { tls }),
    credentials,
    log,
    ...(ssh === undefined ? {} : { ssh }),
    capabilities: new Set<Capability>([
      ...(log.open === undefined ? [] : (["log"] as const)),
      ...(ssh === undefined ? [] : (["ssh"] as const)),
      ...(tls === undefined ? [] : (["tls"] as const)),
    ]),
    why: { en: `the broker at ${host}:${port} was named`, fr: `le broker ${host}:${port} a été désigné` },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

const NO_LOG: LogOrigin = {
  kind: "none",
  text: "no log: neither a command nor a file was named that gives it",
};

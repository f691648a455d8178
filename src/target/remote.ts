/** A broker that somebody else runs, the class's server for instance: nothing is started, and nothing is stopped. */
import { accepts } from "./ports";
import {
  TargetError,
  type Address,
  type Capability,
  type Credentials,
  type LogOrigin,
  type Target,
} from "./target";

const CONNECT_BOUND_MS = 5_000;
const BROKER: readonly Capability[] = ["mqtt5", "qos1", "qos2", "retain", "wildcards", "large-packets"];

export interface RemoteOptions {
  readonly address: Address;
  readonly credentials?: Credentials;
  /** Where the broker's log is read; none by default. Made by the caller, who knows commands and files. */
  readonly log?: LogOrigin;
}

/**
 * Makes a target of a running broker. Rejects with a `TargetError` when nothing listens there. What the broker forbids
 * is not known before it is asked: it is taken to do what MQTT demands.
 */
export async function reachRemote(options: RemoteOptions): Promise<Target & { readonly kind: "remote" }> {
  const { address, credentials = {}, log = NO_LOG } = options;
  const { host, port } = address;
  if (!(await accepts(host, port, CONNECT_BOUND_MS))) throw nobody(`${host}:${port}`);
  return {
    kind: "remote",
    address,
    credentials,
    log,
    capabilities: new Set<Capability>(log.open === undefined ? BROKER : [...BROKER, "log"]),
    why: { en: `the broker at ${host}:${port} was named`, fr: `le broker ${host}:${port} a été désigné` },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

const NO_LOG: LogOrigin = {
  kind: "none",
  text: "no log: neither a command nor a file was named that gives it",
};

function nobody(where: string): TargetError {
  return new TargetError({
    en: `Nothing listens at ${where}, or it could not be reached within ${CONNECT_BOUND_MS / 1000} s; check --host and --port, and that the broker runs.`,
    fr: `Rien n’écoute sur ${where}, ou l’adresse n’a pas répondu en ${CONNECT_BOUND_MS / 1000} s ; vérifiez --host et --port, et que le broker tourne.`,
  });
}

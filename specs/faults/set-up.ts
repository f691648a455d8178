/** From a fault to a target that has it: each part wraps the one before. */
import { RECIPES, type CertifiedKey } from "../../certs";
import { startNative } from "../../src/target/native";
import type { Address, Target, TlsAccess } from "../../src/target/target";
import type { Fault, TlsFault } from "./fault";
import { withPorts, type LogMeddler } from "./log";
import { startRelay } from "./relay/relay";
import type { Relay } from "./relay/standing";
import { behindSsh } from "./ssh/behind";

/** Starts what the fault needs. Disposing the target stops all of it. */
export async function setUp(
  fault: Pick<Fault, "relay" | "log" | "config" | "instead" | "tls" | "ssh">,
): Promise<Target> {
  let target = fault.instead ? await fault.instead() : await broker(fault);
  if (fault.relay) {
    const relay = await startRelay(target.address, fault.relay());
    target = behind(target, relay, { address: relay.address });
  }
  if (fault.log) target = withLog(target, fault.log());
  if (fault.ssh) target = await behindSsh(target, fault.ssh);
  return target;
}

async function broker({ config = [], tls }: Pick<Fault, "config" | "tls">): Promise<Target> {
  if (tls === undefined) return startNative({ config });
  const certificate = await (tls.certificate ?? RECIPES.good)();
  const native = await startNative({ config, tlsConfig: tls.config ?? [], certificate });
  return native.tls === undefined ? native : withTls(native, native.tls, certificate, tls);
}

async function withTls(
  target: Target,
  access: TlsAccess,
  certified: CertifiedKey,
  { front, plainFront, handsOut }: TlsFault,
): Promise<Target> {
  const facts = { plain: target.address, tls: access.address, certified };
  const handed = await handsOut?.(certified);
  const tls = { ...access, ...(handed === undefined ? {} : { certificate: handed }) };
  let changed = behindNothing(target, { tls });
  if (front) {
    const relay = await front(facts);
    changed = behind(changed, relay, { tls: { ...tls, address: relay.address } });
  }
  if (plainFront) {
    const relay = await plainFront(facts);
    changed = behind(changed, relay, { address: relay.address });
  }
  return changed;
}

type Reached = { readonly address: Address } | { readonly tls: TlsAccess };

function behindNothing(target: Target, reached: Reached): Target {
  return { ...target, ...reached, [Symbol.asyncDispose]: () => target[Symbol.asyncDispose]() };
}

/** The target, reached through a relay that ends with it and leaves no trace in the log. */
function behind(target: Target, relay: Relay, reached: Reached): Target {
  const stop = async () => {
    await relay.close();
    await target[Symbol.asyncDispose]();
  };
  return { ...withLog(target, withPorts(relay.ports)), ...reached, [Symbol.asyncDispose]: stop };
}

function withLog(target: Target, meddle: LogMeddler): Target {
  const source = target.log;
  const opened = source.open?.bind(source);
  if (opened === undefined) return target;
  const open = async () => meddle(await opened());
  return { ...target, log: { ...source, open }, [Symbol.asyncDispose]: () => target[Symbol.asyncDispose]() };
}

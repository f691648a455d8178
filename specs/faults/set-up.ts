/** From a fault to a target that has it: each part wraps the one before. */
import { startNative } from "../../src/target/native";
import type { Target } from "../../src/target/target";
import { brokerCertificate } from "../../src/target/tls";
import type { Fault } from "./fault";
import { withPorts, type LogMeddler } from "./log";
import type { Meddler } from "./relay/meddler";
import { startRelay } from "./relay/relay";
import { behindSsh } from "./ssh/behind";
import { withTlsFault } from "./tls/set-up";

/** Starts what the fault needs. Disposing the target stops all of it. */
export async function setUp(
  fault: Pick<Fault, "relay" | "log" | "config" | "instead" | "tls" | "ssh">,
): Promise<Target> {
  let target = fault.instead ? await fault.instead() : await broker(fault);
  if (fault.relay) target = await behind(target, fault.relay());
  if (fault.log) target = withLog(target, fault.log());
  if (fault.ssh) target = await behindSsh(target, fault.ssh);
  return target;
}

async function broker({ config = [], tls }: Pick<Fault, "config" | "tls">): Promise<Target> {
  if (tls) return withTlsFault(tls, config);
  // One for all: a new one a fault is a good part of what a fault costs.
  certificate ??= brokerCertificate();
  return startNative({ config, certificate: await certificate });
}

let certificate: ReturnType<typeof brokerCertificate> | undefined;

async function behind(broker: Target, meddler: Meddler): Promise<Target> {
  const relay = await startRelay(broker.address, meddler);
  const target = withLog(broker, withPorts(relay.ports));
  const stop = async () => {
    await relay.close();
    await broker[Symbol.asyncDispose]();
  };
  return { ...target, address: relay.address, [Symbol.asyncDispose]: stop };
}

function withLog(target: Target, meddle: LogMeddler): Target {
  const source = target.log;
  const opened = source.open?.bind(source);
  if (opened === undefined) return target;
  const open = async () => meddle(await opened());
  return { ...target, log: { ...source, open }, [Symbol.asyncDispose]: () => target[Symbol.asyncDispose]() };
}

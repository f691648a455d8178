/** From a fault of the TLS port to a broker that has it. */
import { RECIPES } from "../../../certs";
import { startNative } from "../../../src/target/native";
import type { Target } from "../../../src/target/target";
import type { Front, TlsFault } from "./fault";

/** @param config lines of mosquitto.conf for the broker as a whole */
export async function withTlsFault(fault: TlsFault, config: readonly string[]): Promise<Target> {
  const certified = await (fault.certificate ?? RECIPES.good)();
  const native = await startNative({ config, tlsConfig: fault.config ?? [], certificate: certified });
  if (native.tls === undefined) throw new Error("the native broker serves TLS");
  const broker = { plain: native.address, tls: native.tls, certified };
  const front = await fault.front?.(broker);
  const plainFront = await fault.plainFront?.(broker);
  const handedOut = await fault.handedOut?.();
  const certificate = handedOut?.certificate ?? front?.certificate ?? certified.certificate;
  const stop = async () => {
    for (const one of [front, plainFront]) await one?.[Symbol.asyncDispose]();
    await native[Symbol.asyncDispose]();
  };
  return {
    ...native,
    address: addressOf(plainFront) ?? native.address,
    tls: { ...native.tls, address: addressOf(front) ?? native.tls.address, certificate },
    [Symbol.asyncDispose]: stop,
  };
}

const addressOf = (front: Front | undefined) => front?.address;

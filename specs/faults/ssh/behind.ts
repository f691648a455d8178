/** Makes of a broker one that somebody else runs, and whose log is read by logging in over SSH. */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { createServer } from "node:net";
import { pipeline } from "node:stream/promises";
import { sshSource } from "../../../src/evidence/log/sources/ssh";
import { Sshd } from "../../../src/evidence/ssh/testing/sshd";
import type { LogOrigin, SshAccess, Target } from "../../../src/target/target";
import { reachRemote } from "../../../src/target/remote";
import { startCareless } from "./careless";
import { CONFINED, FOLLOW, type SshSetting } from "./setting";

/** @param broker one whose log can be opened; it is stopped with the target */
export async function behindSsh(broker: Target, setting: SshSetting): Promise<Target> {
  const { admits, access = (right: SshAccess) => right } = setting;
  const server = admits ? await startCareless(broker.log, admits) : await startSshd(broker.log, setting);
  return reachedThrough(broker, access(server.access), server);
}

/**
 * @param server is stopped after the broker, so that nothing of the log is missing
 */
export function reachedThrough(broker: Target, ssh: SshAccess, server: AsyncDisposable): Target {
  const { address, credentials, tls } = broker;
  const source = sshSource(ssh);
  const target = reachRemote({
    address,
    credentials,
    log: { kind: "ssh", text: source.text, open: () => source.open() },
    ssh,
    ...(tls ? { tls } : {}),
  });
  const stop = async () => {
    await broker[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
  };
  return { ...target, [Symbol.asyncDispose]: stop };
}

/** A real sshd whose forced command follows that log in a file. */
export async function startSshd(
  log: LogOrigin,
  { script = FOLLOW, config = [], address = "127.0.0.1", ports = [] }: SshSetting,
): Promise<AsyncDisposable & { readonly access: SshAccess }> {
  const sshd = await Sshd.start({ script, config: [...config, ...CONFINED], address });
  const stream = await log.open?.();
  if (stream === undefined) throw new Error("a broker without a log has none to show over SSH");
  const ending = new AbortController();
  const written = pipeline(stream, createWriteStream(sshd.file("log")), { signal: ending.signal });
  const open = ports.map((port) => createServer((socket) => socket.destroy()).listen(port, address));
  await Promise.all(open.map((server) => once(server, "listening")));
  const stop = async () => {
    for (const server of open) server.close();
    ending.abort();
    await written.catch(() => undefined);
    await sshd[Symbol.asyncDispose]();
  };
  return { access: sshd.access, [Symbol.asyncDispose]: stop };
}

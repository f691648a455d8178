/** Loopback TCP ports: finding free ones, and asking whether somebody listens. */
import { once } from "node:events";
import { connect, createServer, type AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

/** `count` different ports of 127.0.0.1 that nobody listened on a moment ago. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), "close")));
  return ports;
}

/** Whether a TCP connection to `host`:`port` is accepted within `ms` milliseconds. The connection is closed at once. */
export async function accepts(host: string, port: number, ms: number): Promise<boolean> {
  const socket = connect({ host, port });
  try {
    await once(socket, "connect", { signal: AbortSignal.timeout(ms) });
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Resolves once `host`:`port` accepts, asking every 20 ms; a listener that is opened tells nobody. Ends with `signal`. */
export async function untilAccepts(host: string, port: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && !(await accepts(host, port, 1000))) await delay(20);
}

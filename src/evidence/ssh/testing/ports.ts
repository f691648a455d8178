/** Ports for servers in tests that are told theirs, and bind it later: sshd in a moment, Docker in seconds. */
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";

/** Below what systems give to clients (32768 on Linux, 49152 elsewhere): none of these is taken meanwhile. */
const [FROM, TO] = [20_000, 32_000];

/** `count` different ports of 127.0.0.1 where nobody listens. */
export async function quietPorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = randomInt(FROM, TO);
    if (await isFree(port)) ports.add(port);
  }
  return [...ports];
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
    await once(server.close(), "close");
    return true;
  } catch {
    return false;
  }
}

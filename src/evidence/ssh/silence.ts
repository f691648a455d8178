/**
 * Gives up a connection on which nothing comes any more. The answer to a keepalive stands behind whatever the server has
 * sent before it, and a fast log on a slow line holds it up for longer than any patience: each byte is a sign of life.
 */
import type { Socket } from "node:net";
import type { Client, ConnectConfig } from "ssh2";

/** Milliseconds between keepalives, and between looks. */
const EVERY = 2000;
/** Looks in a row at which nothing had come. */
const LOOKS = 4;

/** So that a silent server has something to answer; how many answers are missing is not counted. */
export const KEEP_ALIVE = {
  keepaliveInterval: EVERY,
  keepaliveCountMax: Number.MAX_SAFE_INTEGER,
} satisfies ConnectConfig;

/** After 8 s of silence the client is destroyed, and emits `close`. */
export function endWhenSilent(client: Client, socket: Socket): void {
  let [read, silent] = [socket.bytesRead, 0];
  const look = setInterval(() => {
    silent = socket.bytesRead > read ? 0 : silent + 1;
    read = socket.bytesRead;
    if (silent >= LOOKS) client.destroy();
  }, EVERY);
  client.once("close", () => {
    clearInterval(look);
  });
}

import type { Socket } from "node:net";

/**
 * Ends a connection with RST where that is still possible. While a FIN is on its way libuv refuses to reset
 * (uv_tcp_close_reset), and Node then neither closes the socket nor says so: it is destroyed instead.
 */
export function reset(socket: Socket): void {
  if (socket.writableEnded && !socket.writableFinished) socket.destroy();
  else socket.resetAndDestroy();
}

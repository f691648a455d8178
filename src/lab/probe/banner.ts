/** What an SSH server calls itself (RFC 4253, section 4.2): `OpenSSH_10.0p2 Debian-7`. */
import { connect } from "node:net";

/** @returns undefined when it says nothing within `ms` milliseconds */
export function sshSoftware(host: string, port: number, ms: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.setTimeout(ms, () => socket.destroy());
    socket.on("error", () => undefined);
    socket.once("data", (data: Buffer) => {
      resolve(/^SSH-2\.0-(\S.*?)\r?\n/.exec(data.toString("latin1"))?.[1]);
      socket.end();
    });
    socket.once("close", () => {
      resolve(undefined);
    });
  });
}

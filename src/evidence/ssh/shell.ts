/** A session without a command, as `ssh user@host` opens it: the server decides what runs in it. */
import type { Client, ClientChannel, PseudoTtyOptions } from "ssh2";
import type { SshAccess } from "./access";
import { SshError } from "./error";
import * as say from "./sentences";

/** So wide that nothing is folded, and with as little done to the bytes as a terminal can. */
const TERMINAL: PseudoTtyOptions = {
  term: "dumb",
  cols: 4096,
  rows: 100,
  modes: { ECHO: 0, OPOST: 0, ONLCR: 0 },
};

/** @throws SshError `session-refused` */
export function openShell(client: Client, access: SshAccess, pty: boolean): Promise<ClientChannel> {
  return new Promise((resolve, reject) => {
    const refuse = (cause: Error) => {
      reject(new SshError("session-refused", say.sessionRefused(access, cause.message), {}, { cause }));
    };
    try {
      client.shell(pty ? TERMINAL : false, (error, channel) => {
        if (error) refuse(error);
        else resolve(channel);
      });
    } catch (error) {
      refuse(error as Error);
    }
  });
}

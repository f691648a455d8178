/** The TCP connection below SSH. */
import { connect as open, type Socket } from "node:net";
import type { SshAccess } from "./access";
import { SshError } from "./error";
import * as say from "./sentences";

/**
 * @param signal ends the attempt
 * @throws SshError that tells why there is none
 */
export function dial(access: SshAccess, signal: AbortSignal): Promise<Socket> {
  const { host, port } = access;
  return new Promise((resolve, reject) => {
    const socket = open({ host, port, noDelay: true });
    const refuse = (cause: Error) => {
      done();
      socket.destroy();
      reject(noConnection(access, cause, signal.aborted));
    };
    const stop = () => {
      refuse(new Error("no answer in time"));
    };
    const done = () => {
      signal.removeEventListener("abort", stop);
      socket.off("error", refuse).on("error", () => undefined);
    };
    socket.once("error", refuse);
    socket.once("connect", () => {
      done();
      resolve(socket);
    });
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop);
  });
}

function noConnection(access: SshAccess, cause: Error, timedOut: boolean): SshError {
  const code = timedOut ? "ETIMEDOUT" : ((cause as NodeJS.ErrnoException).code ?? cause.message);
  switch (code) {
    case "ENOTFOUND":
    case "EAI_AGAIN":
    case "EAI_FAIL":
      return new SshError("host-unknown", say.hostUnknown(access), {}, { cause });
    case "ECONNREFUSED":
      return new SshError("port-closed", say.portClosed(access), {}, { cause });
    default:
      return new SshError("unreachable", say.unreachable(access, code), {}, { cause });
  }
}

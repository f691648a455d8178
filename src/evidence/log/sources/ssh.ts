/** A log that a server shows to whoever logs in over SSH, as the lab sheet's `ssh mqttlogs@server` does. */
import type { Readable } from "node:stream";
import { type SshAccess, nameOf } from "../../ssh/access";
import { SshError } from "../../ssh/error";
import { LogSourceError } from "./error";
import type { LogSource } from "./source";
import { Follower, type SshSourceOptions } from "./ssh/follower";

/**
 * The log that the login shows, from the moment of opening on. A lost connection is taken up again; where that may have
 * cost lines, the stream emits `gap` with a `Text`.
 */
export function sshSource(access: SshAccess, options: SshSourceOptions = {}): LogSource {
  return { text: `ssh ${nameOf(access)}`, open: () => openSsh(access, options) };
}

async function openSsh(access: SshAccess, options: SshSourceOptions): Promise<Readable> {
  const follower = new Follower(access, options);
  try {
    await follower.start();
    return follower;
  } catch (cause) {
    follower.destroy();
    if (cause instanceof SshError) throw new LogSourceError(cause.text, { cause });
    throw cause;
  }
}

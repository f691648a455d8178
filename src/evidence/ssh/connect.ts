/**
 * Logs in to an SSH server: used by the log that is read over SSH, and by whatever else wants to know what an account
 * can do. Never asks anything: see `prepare.ts`.
 */
import type { Socket } from "node:net";
import { Client } from "ssh2";
import { boundOf } from "../../time/bound";
import type { SshAccess } from "./access";
import { Authentication } from "./authentication";
import { dial } from "./dial";
import { SshError } from "./error";
import { algorithms, type HostKeyAlgorithm } from "./host-key";
import * as say from "./sentences";
import { endWhenSilent, KEEP_ALIVE } from "./silence";
import { type Trust, trustIn } from "./trust";

export interface ConnectOptions {
  /** Milliseconds for everything until the login is done. */
  readonly within?: number;
  /** Ends the attempt at once. */
  readonly signal?: AbortSignal;
}

const PATIENCE = 10_000;

/**
 * A client that is logged in. It asks the server now and then whether it is still there, and emits `close` when the
 * connection is over, however it ended. Whoever has it ends it with `destroy()`.
 *
 * @throws SshError of the kind that applies; nothing is left open then
 */
export async function connect(access: SshAccess, options: ConnectOptions = {}): Promise<Client> {
  const { within = PATIENCE, signal } = options;
  const trust = await trustIn(access);
  using bounded = boundOf(within, signal);
  const bound = bounded.signal;
  const refusedTypes: string[] = [];
  let first: unknown;
  for (;;) {
    const wanted = refusedTypes.length === 0 ? trust.algorithms : algorithms([], refusedTypes);
    try {
      return await attempt(access, trust, wanted, bound);
    } catch (error) {
      first ??= error;
      const other = otherKey(error, trust, bound);
      // The fingerprint that was handed out may be that of another of the server's keys.
      if (other === undefined || refusedTypes.includes(other)) throw first;
      refusedTypes.push(other);
    }
  }
}

/** The type of the key that was not the one meant, if another one may be. */
function otherKey(error: unknown, { anyType }: Trust, { aborted }: AbortSignal): string | undefined {
  if (!anyType || aborted || !(error instanceof SshError) || error.kind !== "host-key-changed")
    return undefined;
  return error.details.keyType;
}

async function attempt(
  access: SshAccess,
  trust: Trust,
  serverHostKey: readonly HostKeyAlgorithm[],
  bound: AbortSignal,
): Promise<Client> {
  const authentication = await Authentication.of(access);
  const socket = await dial(access, bound);
  const client = new Client();
  // Without a listener an error would end the process; what it means is told by `close`.
  client.on("error", () => undefined);
  try {
    await ready(client, socket, access, { trust, serverHostKey, authentication, bound });
    endWhenSilent(client, socket);
    return client;
  } catch (error) {
    client.destroy();
    socket.destroy();
    throw error;
  }
}

interface Attempt {
  readonly trust: Trust;
  readonly serverHostKey: readonly HostKeyAlgorithm[];
  readonly authentication: Authentication;
  readonly bound: AbortSignal;
}

function ready(
  client: Client,
  socket: Socket,
  access: SshAccess,
  { trust, serverHostKey, authentication, bound }: Attempt,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const header = saysSsh(socket);
    let untrusted: unknown;
    const onError = (error: Error & { level?: string }) => {
      // An agent that is not there is a method that failed.
      if (error.level === "agent") return;
      reject(untrusted instanceof Error ? untrusted : meaning(error, access, authentication, header()));
    };
    const onClose = () => {
      onError(new Error("closed"));
    };
    const onAbort = () => {
      onError(new Error("no answer in time"));
    };
    bound.addEventListener("abort", onAbort, { once: true });
    client.on("error", onError).on("close", onClose);
    client.once("ready", () => {
      client.off("error", onError).off("close", onClose);
      bound.removeEventListener("abort", onAbort);
      resolve();
    });
    client.connect({
      sock: socket,
      username: access.username,
      authHandler: authentication.handler,
      readyTimeout: 0,
      ...KEEP_ALIVE,
      algorithms: { serverHostKey: [...serverHostKey] },
      hostVerifier: (key: Buffer) => {
        try {
          trust.judge(key);
          return true;
        } catch (error) {
          untrusted = error;
          return false;
        }
      },
    });
  });
}

/** Whether the other side has introduced itself, as every SSH server does first (RFC 4253, section 4.2). */
function saysSsh(socket: Socket): () => boolean {
  let begin = "";
  socket.on("data", function look(chunk: Buffer) {
    begin += chunk.toString("latin1");
    if (begin.includes("SSH-") || begin.length > 8192) socket.off("data", look);
  });
  return () => /(^|\n)SSH-/.test(begin);
}

function meaning(
  error: Error & { level?: string },
  access: SshAccess,
  authentication: Authentication,
  isSsh: boolean,
): SshError {
  const { level, message } = error;
  if (!isSsh) return new SshError("not-ssh", say.notSsh(access), {}, { cause: error });
  // Servers with little patience hang up in place of a refusal.
  if (level === "client-authentication" || /authentication failures/i.test(message))
    return authentication.refusal(access);
  if (/no matching/i.test(message))
    return new SshError("no-common-algorithm", say.noCommonAlgorithm(access, message), {}, { cause: error });
  return new SshError("lost", say.lost(access, message), {}, { cause: error });
}

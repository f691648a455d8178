/** Real handshakes for tests: Node's TLS on both ends of a loopback connection, and a relay that writes down the records. */
import { once } from "node:events";
import { connect as connectTcp, createServer, type AddressInfo, type Socket } from "node:net";
import {
  connect,
  createSecureContext,
  TLSSocket,
  type ConnectionOptions,
  type TLSSocketOptions,
} from "node:tls";
import type { FromSide } from "../handshake";
import { RecordCutter } from "../records";

export interface Arrangement {
  readonly client?: ConnectionOptions;
  /** With `key` and `cert`. */
  readonly broker: TLSSocketOptions & { readonly key: string; readonly cert: string };
  /** Bytes that a record of the broker may hold, at least 512. */
  readonly fragment?: number;
  /** Bytes that are read at once; as they come unless told otherwise. */
  readonly read?: number;
}

export interface Outcome {
  readonly records: readonly FromSide[];
  /** The client's end, destroyed: it still knows what was negotiated. */
  readonly facts: { readonly version: string | null; readonly cipher?: string; readonly group?: string };
  /** Session that can be resumed, once the broker has sent one. */
  readonly session?: Buffer;
  readonly error?: Error;
}

/** Plays one handshake and one byte of data each way. */
export async function playHandshake(arrangement: Arrangement): Promise<Outcome> {
  const records: FromSide[] = [];
  await using broker = await listen((socket) => {
    serve(socket, arrangement);
  });
  await using relay = await listen((socket) => {
    const upstream = connectTcp(broker.port, "127.0.0.1");
    record(socket, upstream, "client");
    record(upstream, socket, "broker");
  });

  function record(source: Socket, target: Socket, from: FromSide["from"]): void {
    const cutter = new RecordCutter();
    source.on("data", (chunk: Buffer) => {
      const size = arrangement.read ?? chunk.length;
      for (let offset = 0; offset < chunk.length; offset += size) {
        const { records: whole } = cutter.push(chunk.subarray(offset, offset + size));
        records.push(...whole.map((raw) => ({ from, raw })));
      }
      target.write(chunk);
    });
    source.on("end", () => target.end());
    source.on("error", () => target.destroy());
  }

  return { records, ...(await talk(relay.port, arrangement.client)) };
}

async function talk(port: number, options: ConnectionOptions | undefined): Promise<Omit<Outcome, "records">> {
  const socket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false, ...options });
  let session: Buffer | undefined;
  socket.on("session", (ticket) => (session = ticket));
  try {
    await once(socket, "secureConnect");
    socket.write("?");
    await once(socket, "data");
    const { name } = socket.getEphemeralKeyInfo() as { name?: string };
    const facts = {
      version: socket.getProtocol(),
      cipher: socket.getCipher().standardName,
      ...(name === undefined ? {} : { group: name }),
    };
    socket.end();
    await once(socket, "close");
    return { facts, ...(session === undefined ? {} : { session }) };
  } catch (error) {
    return { facts: { version: null }, error: error as Error };
  } finally {
    socket.destroy();
  }
}

function serve(socket: Socket, { broker, fragment }: Arrangement): void {
  const secureContext = createSecureContext(broker);
  const tls = new TLSSocket(socket, { ...broker, isServer: true, secureContext });
  if (fragment !== undefined) tls.setMaxSendFragment(fragment);
  tls.on("data", () => tls.end("!"));
  tls.on("error", () => {
    socket.destroySoon();
  });
}

async function listen(onConnection: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.setNoDelay(true));
    socket.on("error", () => socket.destroy());
    onConnection(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

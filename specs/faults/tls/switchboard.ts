/** A port behind which several things stand: which one a client gets is decided by its first bytes. */
import { createServer, type Socket } from "node:net";
import { highestVersion } from "../../../src/evidence/wire/tls/client-hello";
import { handshakeMessages } from "../../../src/evidence/wire/tls/handshake";
import { HANDSHAKE, RECORD_HEADER } from "../../../src/evidence/wire/tls/records";
import type { Address } from "../../../src/target/target";
import { abort, Standing } from "../relay/standing";
import type { Broker, Front } from "./front";

/** TLS and plain MQTT on one port, told apart as some brokers do. */
export const bothLanguages: Front = (broker) =>
  switchboard((first) => (speaksTls(first) ? broker.tls : broker.plain));

/** The broker's port `at`, where some clients are let in and get no answer. */
export function muteTo(at: "plain" | "tls", whom: (first: Buffer) => boolean): Front {
  return (broker) => switchboard((first) => (whom(first) ? undefined : broker[at]));
}

/** Clients that offer TLS 1.3 are put through to one, those that do not to the other. */
export function byVersion(modern: Front, old: Front): Front {
  return async (broker: Broker) => {
    const [first, second] = await Promise.all([modern(broker), old(broker)]);
    const board = await switchboard((hello) => (offers(hello) === "TLS 1.3" ? first : second).address);
    const close = async () => {
      await Promise.all([board, first, second].map((one) => one.close()));
    };
    return { address: board.address, ports: board.ports, close };
  };
}

export function speaksTls(first: Buffer): boolean {
  return first[0] === HANDSHAKE;
}

/** @returns the highest version that a ClientHello offers: `TLS 1.3`; undefined when these bytes are none */
export function offers(hello: Buffer): string | undefined {
  if (!speaksTls(hello)) return undefined;
  const [message] = handshakeMessages([{ from: "client", raw: hello }]);
  return message?.clientHello && highestVersion(message.clientHello).name;
}

/** @param choose where a client is put through to; undefined for nobody, who lets him wait */
async function switchboard(choose: (first: Buffer) => Address | undefined): Promise<Standing> {
  const server = createServer();
  const standing = await Standing.on(server);
  server.on("connection", (client: Socket) => {
    firstOf(client, (first) => {
      const to = choose(first);
      if (to === undefined) {
        client.resume();
        return;
      }
      client.unshift(first);
      standing.bridge(client, to, (upstream) => {
        join(client, upstream);
      });
    });
  });
  return standing;
}

/** The first TLS record, or whatever came first of anything else. */
function firstOf(client: Socket, take: (first: Buffer) => void): void {
  let first = Buffer.alloc(0);
  const look = (chunk: Buffer) => {
    first = Buffer.concat([first, chunk]);
    if (speaksTls(first) && !isWhole(first)) return;
    client.pause();
    client.off("data", look);
    take(first);
  };
  client.on("data", look);
}

const isWhole = (bytes: Buffer) =>
  bytes.length >= RECORD_HEADER && bytes.length >= RECORD_HEADER + bytes.readUInt16BE(3);

function join(client: Socket, upstream: Socket): void {
  for (const [from, to] of [
    [client, upstream],
    [upstream, client],
  ] as const) {
    from.pipe(to);
    from.on("error", () => {
      abort(to);
    });
  }
}

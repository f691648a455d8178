/** A relay of bytes: for what goes wrong with records rather than inside them. */
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { looksLikeTls } from "../../../src/evidence/wire/tls/records";
import type { Address, Target } from "../../../src/target/target";
import type { Broker, Front } from "./fault";

export interface Passing {
  readonly client: Socket;
  readonly broker: Socket;
}

/** What happens to what the broker says: bytes to pass on, or nothing. */
export type Change = (chunk: Buffer, passing: Passing) => Buffer | undefined;

async function server(serve: (client: Socket) => void): Promise<Front> {
  const sockets = new Set<Socket>();
  const listener = createServer({ noDelay: true }, (client) => {
    sockets.add(client);
    client.on("error", () => undefined);
    serve(client);
  });
  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");
  return {
    address: { host: "127.0.0.1", port: (listener.address() as AddressInfo).port },
    [Symbol.asyncDispose]() {
      listener.close();
      for (const socket of sockets) socket.destroy();
      return Promise.resolve();
    },
  };
}

function joined(client: Socket, address: Address, change: Change = (chunk) => chunk): Socket {
  const broker = connect(address);
  broker.on("error", () => client.destroy());
  broker.on("data", (chunk) => {
    const passed = change(chunk, { client, broker });
    if (passed !== undefined && client.writable) client.write(passed);
  });
  client.on("close", () => broker.destroy());
  broker.on("close", () => client.end());
  return broker;
}

/** In front of the TLS port: what the broker says is changed. */
export function relayed(change: Change): (broker: Broker) => Promise<Front> {
  return (broker) => server((client) => client.pipe(joined(client, broker.tls.address, change)));
}

/** A port that takes both: each connection goes to the port that speaks what it begins with. */
export function both(broker: Broker): Promise<Front> {
  return switchboard((first) => (speaksTls(first) ? broker.tls.address : broker.plain));
}

/** The broker's own port, where some clients are let in and never answered. */
export function muteTo(
  port: "plain" | "tls",
  whom: (first: Buffer) => boolean,
): (broker: Broker) => Promise<Front> {
  return ({ plain, tls }) =>
    switchboard((first) => {
      if (whom(first)) return undefined;
      return port === "plain" ? plain : tls.address;
    });
}

export function speaksTls(first: Buffer): boolean {
  return looksLikeTls(first) === true;
}

/** Another server for those who offer TLS 1.3 than for those who do not. */
export function byVersion(other: (broker: Broker) => Promise<Front>): (broker: Broker) => Promise<Front> {
  return async (broker) => {
    const old = await other(broker);
    const front = await switchboard((first) =>
      first.includes(SUPPORTS_1_3) ? broker.tls.address : old.address,
    );
    const stop = async () => {
      await front[Symbol.asyncDispose]();
      await old[Symbol.asyncDispose]();
    };
    return { ...front, [Symbol.asyncDispose]: stop };
  };
}

/** @param choose where a client is put through to, by its first bytes; undefined for nobody */
function switchboard(choose: (first: Buffer) => Address | undefined): Promise<Front> {
  return server((client) => {
    client.once("data", (first: Buffer) => {
      const address = choose(first);
      if (address === undefined) return;
      const upstream = joined(client, address);
      upstream.write(first);
      client.pipe(upstream);
    });
  });
}

/** The extension supported_versions, as a client that offers 1.3 and 1.2 writes it. */
const SUPPORTS_1_3 = Buffer.from("002b0005040304", "hex");

/** Nothing listens there. */
export async function nobody(): Promise<Front> {
  const gone = await server(() => undefined);
  await gone[Symbol.asyncDispose]();
  return { ...gone, [Symbol.asyncDispose]: () => Promise.resolve() };
}

/** Whatever else there is, where TLS is expected. */
export function elsewhere(open: () => Promise<Target>): () => Promise<Front> {
  return async () => {
    const target = await open();
    return { address: target.address, [Symbol.asyncDispose]: () => target[Symbol.asyncDispose]() };
  };
}

/** Plain MQTT, where TLS is expected. */
export function plain({ plain: address }: Broker): Promise<Front> {
  return Promise.resolve({ address, [Symbol.asyncDispose]: () => Promise.resolve() });
}

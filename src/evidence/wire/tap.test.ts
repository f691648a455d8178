import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { generate } from "mqtt-packet";
import type { WireEntry } from "../journal/entry";
import { Journal } from "../journal/journal";
import { Tap, type Line } from "./tap";

const bytes = {
  connect: generate({
    cmd: "connect",
    clientId: "c",
    clean: true,
    keepalive: 60,
    protocolId: "MQTT",
    protocolVersion: 4,
  }),
  connack: Buffer.from("20020000", "hex"),
  ping: Buffer.from("c000", "hex"),
  pong: Buffer.from("d000", "hex"),
};

/** A broker's end and a client's end with the tap between them. */
interface Wire extends AsyncDisposable {
  readonly client: Socket;
  readonly broker: Socket;
  readonly line: Line;
  readonly journal: Journal;
  /** What was seen of the wire, one word each. */
  seen(): string[];
}

async function wire(): Promise<Wire> {
  const journal = new Journal();
  const server: Server = createServer({ allowHalfOpen: true });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const tap = new Tap(journal, { host: "127.0.0.1", port: (server.address() as AddressInfo).port });
  const line = await tap.line("x", "role");
  const accepted = once(server, "connection") as Promise<[Socket]>;
  const client = connect({ ...line.address, allowHalfOpen: true });
  const [broker] = await accepted;
  for (const socket of [client, broker]) socket.on("error", () => undefined);
  return {
    client,
    broker,
    line,
    journal,
    seen: () => journal.entries.filter((entry): entry is WireEntry => entry.source === "wire").map(word),
    async [Symbol.asyncDispose]() {
      client.destroy();
      broker.destroy();
      await tap.close();
      server.close();
    },
  };
}

function word(entry: WireEntry): string {
  if (entry.event === "packet")
    return `${entry.from}:${entry.packet.type}${entry.withheld ? ":withheld" : ""}`;
  return entry.event === "closed" ? `closed:${entry.by}:${entry.how}` : entry.event;
}

/** Reads exactly as many bytes as there are in `expected`. */
async function read(socket: Socket, expected: Buffer): Promise<Buffer> {
  let got = Buffer.alloc(0);
  for await (const chunk of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    got = Buffer.concat([got, chunk]);
    if (got.length >= expected.length) break;
  }
  return got;
}

/** `once` of node:events rejects on a reset, which is what is awaited here. */
function heard(socket: Socket, event: "end" | "close"): Promise<void> {
  return new Promise((resolve) =>
    socket.once(event, () => {
      resolve();
    }),
  );
}

describe("Tap", () => {
  it("relays both ways and writes every packet down", async () => {
    await using w = await wire();
    w.client.write(Buffer.concat([bytes.connect, bytes.ping]));
    expect(await read(w.broker, Buffer.concat([bytes.connect, bytes.ping]))).toEqual(
      Buffer.concat([bytes.connect, bytes.ping]),
    );
    w.broker.write(bytes.connack);
    expect(await read(w.client, bytes.connack)).toEqual(bytes.connack);
    expect(w.seen()).toEqual(["opened", "client:CONNECT", "client:PINGREQ", "broker:CONNACK"]);
  });

  it("forwards bytes that are no MQTT as they are", async () => {
    await using w = await wire();
    const http = Buffer.from("\x47\xff\xff\xff\xff\xffGET / HTTP/1.1\r\n");
    w.client.write(http);
    expect(await read(w.broker, http)).toEqual(http);
    expect(w.seen()).toEqual(["opened", "bytes"]);
  });

  it("withholds what a rule says, forwards the rest, and says so", async () => {
    await using w = await wire();
    const stop = w.line.rules.withhold({ from: "broker", type: "CONNACK" });
    w.broker.write(Buffer.concat([bytes.connack, bytes.pong]));
    expect(await read(w.client, bytes.pong)).toEqual(bytes.pong);
    stop();
    w.broker.write(bytes.connack);
    expect(await read(w.client, bytes.connack)).toEqual(bytes.connack);
    expect(w.seen()).toEqual(["opened", "broker:CONNACK:withheld", "broker:PINGRESP", "broker:CONNACK"]);
  });

  it("does not hold back the end of a packet whose beginning has passed", async () => {
    await using w = await wire();
    w.broker.write(bytes.connack.subarray(0, 2));
    expect(await read(w.client, bytes.connack.subarray(0, 2))).toEqual(bytes.connack.subarray(0, 2));
    w.line.rules.silence("broker");
    w.broker.write(Buffer.concat([bytes.connack.subarray(2), bytes.pong]));
    expect(await read(w.client, bytes.connack.subarray(2))).toEqual(bytes.connack.subarray(2));
  });

  it("keeps the beginning of a packet for the rule that may want it, and lets it go with the rule", async () => {
    await using w = await wire();
    const stop = w.line.rules.withhold({ from: "broker", type: "PUBACK" });
    // The PINGRESP that passes shows that the two bytes behind it have come too.
    w.broker.write(Buffer.concat([bytes.pong, bytes.connack.subarray(0, 2)]));
    expect(await read(w.client, bytes.pong)).toEqual(bytes.pong);
    stop();
    w.broker.write(bytes.connack.subarray(2));
    expect(await read(w.client, bytes.connack)).toEqual(bytes.connack);
  });

  it("cuts after a packet with FIN, once the packet has been forwarded", async () => {
    await using w = await wire();
    const ended = heard(w.client, "end");
    const cut = w.line.rules.cutAt({ from: "client", type: "PINGREQ" });
    const all = Buffer.concat([bytes.connect, bytes.ping]);
    w.client.write(all);
    expect(await read(w.broker, all)).toEqual(all);
    w.broker.write(bytes.pong);
    w.broker.end();
    w.client.end();
    await cut;
    w.client.resume();
    await ended;
    // What the broker answered to a connection that is no more did not reach the client, and is kept as evidence.
    expect(w.seen()).toEqual([
      "opened",
      "client:CONNECT",
      "client:PINGREQ",
      "closed:tap:fin",
      "broker:PINGRESP:withheld",
    ]);
  });

  it("cuts with RST when told to", async () => {
    await using w = await wire();
    const closed = [heard(w.client, "close"), heard(w.broker, "close")];
    const cut = w.line.rules.cutAt({ from: "client", type: "PINGREQ" }, { how: "reset" });
    // Node ends its side before it resets, so what comes first is FIN, as a peer that reads sees it.
    for (const socket of [w.broker, w.client]) socket.on("end", () => socket.end()).resume();
    w.client.write(bytes.ping);
    await Promise.all([cut, ...closed]);
    expect(w.seen()).toEqual(["opened", "client:PINGREQ", "closed:tap:reset"]);
  });

  it("loses the packet that it cuts at when told to", async () => {
    await using w = await wire();
    const cut = w.line.rules.cutAt({ from: "client", type: "PINGREQ" }, { lose: true });
    w.client.write(bytes.ping);
    const ended = once(w.broker, "end");
    w.broker.resume();
    await ended;
    w.broker.end();
    w.client.end();
    await cut;
    expect(w.broker.bytesRead).toBe(0);
    expect(w.seen()).toEqual(["opened", "client:PINGREQ:withheld", "closed:tap:fin"]);
  });

  it("tells who closed first, and how", async () => {
    await using w = await wire();
    const ended = once(w.client, "end");
    w.client.resume();
    w.broker.end();
    await ended;
    expect(w.seen()).toEqual(["opened", "closed:broker:fin"]);
  });

  it("writes down that nothing listens", async () => {
    const journal = new Journal();
    const server = createServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, "close");
    const tap = new Tap(journal, { host: "127.0.0.1", port });
    const line = await tap.line("x", "role");
    const client = connect(line.address);
    client.on("error", () => undefined);
    await heard(client, "close");
    expect(journal.entries).toMatchObject([{ event: "refused", why: "ECONNREFUSED", role: "role" }]);
    await tap.close();
  });
});

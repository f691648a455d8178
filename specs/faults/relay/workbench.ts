/** For the relay's own tests: a relay between a client and a broker that do nothing but keep what they get. */
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { generate } from "mqtt-packet";
import { decode } from "../../../src/evidence/wire/mqtt/decode";
import { Framer } from "../../../src/evidence/wire/mqtt/frames";
import { describe as inWords, type Level, type Packet } from "../../../src/evidence/wire/mqtt/packet";
import type { Meddler } from "./meddler";
import type { Draft } from "./packets";
import { startRelay, type Relay } from "./relay";

/** One end of a connection, reading packets. */
export class End {
  private readonly got: Packet[] = [];
  private readonly waiting: (() => void)[] = [];
  private ended = false;

  constructor(
    readonly socket: Socket,
    private readonly level: Level,
  ) {
    const framer = new Framer();
    const wake = () => {
      for (const resolve of this.waiting.splice(0)) resolve();
    };
    socket.on("error", () => undefined);
    socket.on("data", (chunk: Buffer) => {
      for (const raw of framer.push(chunk).packets) this.got.push(decode(Buffer.from(raw), level));
      wake();
    });
    socket.once("close", () => {
      this.ended = true;
      wake();
    });
  }

  send(...packets: readonly (Draft | Buffer)[]): void {
    for (const packet of packets) {
      this.socket.write(Buffer.isBuffer(packet) ? packet : generate(packet, { protocolVersion: this.level }));
    }
  }

  /** The next `count` packets, in words; fewer, and `closed`, when the connection ends before. */
  async next(count: number): Promise<readonly string[]> {
    while (this.got.length < count && !this.ended)
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    const words = this.got.splice(0, count).map(inWords);
    return words.length < count ? [...words, "closed"] : words;
  }
}

export class Bench implements AsyncDisposable {
  private constructor(
    private readonly server: Server,
    readonly relay: Relay,
  ) {}

  static async with(meddler: Meddler): Promise<Bench> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    return new Bench(
      server,
      await startRelay({ host: "127.0.0.1", port: (server.address() as AddressInfo).port }, meddler),
    );
  }

  /** A connection through the relay whose CONNECT has passed. */
  async connection(clientId: string, level: Level = 4): Promise<{ client: End; broker: End }> {
    const accepted = once(this.server, "connection") as Promise<[Socket]>;
    const client = new End(connect({ ...this.relay.address, noDelay: true }), level);
    client.send({
      cmd: "connect",
      clientId,
      protocolId: "MQTT",
      protocolVersion: level,
      clean: true,
      keepalive: 0,
    });
    const broker = new End((await accepted)[0], level);
    await broker.next(1);
    return { client, broker };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.relay.close();
    this.server.close();
    await once(this.server, "close");
  }
}

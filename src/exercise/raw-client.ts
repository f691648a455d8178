/**
 * A client that sends exactly the packets it is told to and acknowledges nothing by itself: for what a well-behaved
 * client library would not do. It reads with the suite's own decoder.
 */
import { connect, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { generate, type IConnectPacket, type Packet as Outgoing } from "mqtt-packet";
import { decode } from "../evidence/wire/mqtt/decode";
import { Framer } from "../evidence/wire/mqtt/frames";
import type { Level, Packet, PacketOf, QoS } from "../evidence/wire/mqtt/packet";
import { reset } from "../evidence/wire/reset";
import type { Line } from "../evidence/wire/tap";
import type { Address, Credentials } from "../target/target";
import type { ClientOptions } from "./client";
import type { Way } from "./way";
import { phrase } from "../words/text";
import { ANSWER_BOUND, closeOf, NotSeen, packetFor, within } from "./wait";

export interface RawOptions extends ClientOptions {
  /** In place of the client id that the stage made. */
  readonly clientId?: string;
  /** Without user name and password, whatever the target's. */
  readonly anonymous?: boolean;
}

const CLOSED = { en: ": the connection was closed", fr: " : la connexion a été fermée" };

interface Waiting {
  readonly fits: (packet: Packet) => boolean;
  readonly take: (packet: Packet) => void;
}

export class RawClient {
  private socket: Duplex | undefined;
  private level: Level = 4;
  private readonly unread: Packet[] = [];
  private readonly waiting = new Set<Waiting>();
  private ended: Promise<unknown> = Promise.resolve();

  /**
   * @param role the part it plays in its exercise
   * @param id client identifier
   * @param address its line of the tap, or the broker itself for what is no evidence
   */
  constructor(
    readonly role: string,
    readonly id: string,
    private readonly address: Address,
    private readonly credentials: Credentials,
    private readonly way?: Way,
  ) {}

  /** Its line of the tap: where exercises interfere. */
  get line(): Line {
    if (this.way === undefined) throw new Error(`${this.role} does not go through the tap`);
    return this.way.line;
  }

  /** Resolves when the connection is closed, whoever closed it. */
  get closed(): Promise<unknown> {
    return this.ended;
  }

  /** Opens the connection, inside TLS if that is its way, and sends nothing. An earlier one that is still open is closed without a word. */
  async open(): Promise<void> {
    this.destroy();
    const dialled = await this.way?.dial?.();
    const socket = dialled ?? connect({ ...this.address, noDelay: true });
    this.socket = socket;
    const framer = new Framer();
    // What an earlier connection brought and nobody took is no answer on this one.
    this.unread.length = 0;
    this.ended = new Promise((resolve) => socket.once("close", resolve));
    socket.on("data", (chunk: Buffer) => {
      for (const raw of framer.push(chunk).packets) this.arrived(decode(Buffer.from(raw), this.level));
    });
    const what = {
      en: `a TCP connection for “${this.role}”`,
      fr: `une connexion TCP pour « ${this.role} »`,
    };
    const opened = new Promise<void>((resolve, reject) => {
      if (dialled) resolve();
      else socket.once("connect", resolve);
      socket.on("error", (error: NodeJS.ErrnoException) => {
        reject(new NotSeen(phrase`${what} (${error.code ?? error.message})`));
      });
    });
    // An error that comes later ends the connection, which is what callers wait for.
    opened.catch(() => undefined);
    await within(opened, what);
  }

  /** Opens a connection and sends CONNECT; resolves with the CONNACK, whatever it says. */
  async connect(options: RawOptions = {}): Promise<PacketOf<"CONNACK">> {
    await this.open();
    this.level = options.level ?? 4;
    this.send(this.connectPacket(options));
    return this.expect("CONNACK");
  }

  /** The CONNECT that `connect` sends, for those who want to send it by hand. */
  connectPacket(options: RawOptions = {}): IConnectPacket {
    const { username, password } = options.anonymous ? {} : this.credentials;
    const level = options.level ?? 4;
    return {
      cmd: "connect",
      protocolId: level === 3 ? "MQIsdp" : "MQTT",
      protocolVersion: level,
      clientId: options.clientId ?? this.id,
      clean: options.clean ?? true,
      keepalive: options.keepAlive ?? 60,
      ...(options.will ? { will: options.will } : {}),
      ...(username === undefined ? {} : { username }),
      ...(password === undefined ? {} : { password: Buffer.from(password) }),
    };
  }

  /** Sends a packet, or bytes as they are. */
  send(packet: Outgoing | Buffer): void {
    this.socket?.write(Buffer.isBuffer(packet) ? packet : generate(packet, { protocolVersion: this.level }));
  }

  /** The four acknowledgements. */
  ack(cmd: "puback" | "pubrec" | "pubrel" | "pubcomp", packetId: number | undefined): void {
    this.send({ cmd, messageId: packetId ?? 0 });
  }

  publish(
    topic: string,
    payload: Buffer,
    flags: { qos?: QoS; dup?: boolean; retain?: boolean; packetId?: number } = {},
  ): void {
    const { qos = 0, dup = false, retain = false, packetId } = flags;
    this.send({
      cmd: "publish",
      topic,
      payload,
      qos,
      dup,
      retain,
      ...(packetId ? { messageId: packetId } : {}),
    });
  }

  /** SUBSCRIBE to each filter at its QoS; resolves with the SUBACK. */
  async subscribe(filters: Readonly<Record<string, QoS>>, packetId = 1): Promise<PacketOf<"SUBACK">> {
    const subscriptions = Object.entries(filters).map(([topic, qos]) => ({ topic, qos }));
    this.send({ cmd: "subscribe", messageId: packetId, subscriptions });
    return this.expect("SUBACK", { packetId });
  }

  /**
   * Takes the next packet of that type that nobody has taken yet, waiting for it if need be.
   * @throws NotSeen when none comes within `ms`, or when the connection closes without one
   */
  async expect<T extends Packet["type"]>(
    type: T,
    only: { packetId?: number } = {},
    ms = ANSWER_BOUND,
  ): Promise<PacketOf<T>> {
    const fits = (packet: Packet) =>
      packet.type === type &&
      (only.packetId === undefined || ("packetId" in packet && packet.packetId === only.packetId));
    const index = this.unread.findIndex(fits);
    if (index >= 0) return this.unread.splice(index, 1)[0] as PacketOf<T>;
    const named = only.packetId === undefined ? type : `${type} m${only.packetId}`;
    const what = packetFor(named, this.role);
    const waiter: { entry?: Waiting } = {};
    const arrival = new Promise<Packet>((take) => {
      waiter.entry = { fits, take };
      this.waiting.add(waiter.entry);
    });
    const gone = this.ended.then(() => {
      throw new NotSeen(phrase`${what}${CLOSED}`);
    });
    try {
      return (await within(Promise.race([arrival, gone]), what, ms)) as PacketOf<T>;
    } finally {
      if (waiter.entry) this.waiting.delete(waiter.entry);
    }
  }

  /**
   * PINGREQ, then waits for its PINGRESP: whatever the broker had already sent on this connection has come by then.
   * Proves an absence without a silence.
   */
  async fence(): Promise<void> {
    this.send({ cmd: "pingreq" });
    await this.expect("PINGRESP");
  }

  /** DISCONNECT, then waits until the connection is closed. */
  async disconnect(): Promise<void> {
    this.send({ cmd: "disconnect" });
    this.socket?.end();
    await within(this.ended, closeOf(this.role));
  }

  /** Closes without DISCONNECT: FIN, or RST. */
  async drop(how: "fin" | "reset" = "fin"): Promise<void> {
    if (how === "reset" && this.socket instanceof Socket) reset(this.socket);
    else this.socket?.end();
    await within(this.ended, closeOf(this.role));
  }

  /** Ends whatever is still open. */
  destroy(): void {
    this.socket?.destroy();
  }

  private arrived(packet: Packet): void {
    for (const waiting of this.waiting) {
      if (!waiting.fits(packet)) continue;
      this.waiting.delete(waiting);
      waiting.take(packet);
      return;
    }
    this.unread.push(packet);
  }
}

/** One connection to the broker that prints each of its packets. */
import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import { MqttClient, type IClientOptions, type Packet } from "mqtt";
import { generate } from "mqtt-packet";
import { certificateOf } from "./certificate";
import { dial, type Destination } from "./dial";
import { packetLine, REFUSED } from "./packet-line";
import { numbering } from "./packet-identifiers";
import { Interrupted, Problem } from "./problem";
import type { Terminal } from "./terminal";

/** Milliseconds for what the broker has to do at once: connecting, an exchange without `--seconds`, a close. */
const BOUND = 10_000;
const CLOSE_BOUND = 1000;

export interface SessionOptions extends Destination {
  readonly clientId: string;
  readonly clean: boolean;
  readonly username?: string;
  readonly password?: string;
  /** Bound for what is waited for, in seconds. */
  readonly seconds?: number;
}

export interface Received {
  readonly topic: string;
  readonly payload: Buffer;
}

export class Session {
  readonly received: Received[] = [];
  pongs = 0;
  /** Whether the broker accepted the connection. */
  accepted = false;
  private returnCode: number | undefined;
  private granted: readonly number[] | undefined;
  private mqtt: MqttClient | undefined;
  private socket: Socket | undefined;
  private gone = false;
  private began = 0;
  private readonly watchers = new Set<() => void>();

  constructor(
    private readonly options: SessionOptions,
    private readonly terminal: Terminal,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener("abort", () => {
      this.changed();
    });
  }

  /**
   * Connects and waits for the CONNACK.
   * @param keepAlive in seconds
   * @throws Problem, Interrupted
   */
  async connect(keepAlive: number): Promise<void> {
    const place = `${this.options.host}:${this.options.port}`;
    this.terminal.say("connecting", { place, id: this.options.clientId });
    const began = performance.now();
    const socket = await dial(this.options, BOUND, this.signal).catch((error: unknown) => {
      throw this.signal.aborted ? new Interrupted() : error;
    });
    this.socket = socket;
    if (socket instanceof TLSSocket) this.tellOfTls(socket);
    this.mqtt = this.start(socket, keepAlive);
    const answered = await this.until(
      () => this.returnCode !== undefined,
      BOUND - (performance.now() - began),
      new Problem("not_mqtt", { place }),
    );
    if (!answered) throw new Problem("silent", { place });
    const code = this.returnCode ?? 0;
    if (code !== 0) throw new Problem(code === 4 || code === 5 ? "login" : "rejected", { code });
    this.accepted = true;
    this.began = performance.now();
  }

  /** SUBSCRIBE, one packet for all filters; resolves at the SUBACK, and rejects when it refuses one of them. */
  async subscribe(filters: readonly string[], qos: 0 | 1 | 2): Promise<void> {
    const wanted = Object.fromEntries(filters.map((filter) => [filter, { qos }]));
    this.live.subscribe(wanted, () => undefined);
    await this.complete(() => this.granted !== undefined);
    const topic = filters[this.granted?.indexOf(REFUSED) ?? -1];
    if (topic !== undefined) throw new Problem("no_subscription", { topic });
  }

  /** Publishes; resolves when the exchange that its QoS asks for is over. */
  async publish(topic: string, message: string, qos: 0 | 1 | 2, retain = false): Promise<void> {
    let over = false;
    this.live.publish(topic, message, { qos, retain }, () => {
      over = true;
      this.changed();
    });
    await this.complete(() => over);
  }

  /** Waits within --seconds, or what an exchange may take. */
  async complete(happened: () => boolean): Promise<void> {
    const seconds = this.options.seconds ?? BOUND / 1000;
    if (!(await this.wait(happened, seconds))) throw new Problem("late", { seconds });
  }

  /** @returns false when that many seconds since the CONNACK are over; without a number there is no bound */
  wait(happened: () => boolean, seconds?: number): Promise<boolean> {
    const ms = seconds === undefined ? undefined : seconds * 1000 - (performance.now() - this.began);
    return this.until(happened, ms, new Problem("lost"));
  }

  /** DISCONNECT if the broker had accepted, and the end of the connection. */
  async leave(): Promise<void> {
    const { mqtt, socket } = this;
    if (socket === undefined) return;
    if (this.accepted && !this.gone) {
      // The library's own would wait for exchanges that may never end.
      this.show("→", { cmd: "disconnect" });
      socket.end(generate({ cmd: "disconnect" }));
      await new Promise<void>((resolve) => {
        socket.once("close", resolve);
        setTimeout(resolve, CLOSE_BOUND).unref();
      });
    }
    mqtt?.end(true);
    socket.destroy();
  }

  private start(socket: Socket, keepAlive: number): MqttClient {
    const client = new MqttClient(() => socket, this.settings(keepAlive));
    client.on("packetsend", (packet) => {
      this.show("→", packet);
    });
    client.on("packetreceive", (packet) => {
      this.show("←", packet);
      this.note(packet);
    });
    client.on("message", (topic, payload) => {
      this.received.push({ topic, payload });
      this.terminal.message(topic, payload);
      this.changed();
    });
    const lost = () => {
      this.gone = true;
      this.changed();
    };
    client.on("error", lost);
    client.on("close", lost);
    client.connect();
    return client;
  }

  private settings(keepalive: number): IClientOptions {
    const { clientId, clean, username, password } = this.options;
    return {
      clientId,
      clean,
      keepalive,
      // The listeners come first: they show the CONNECT too.
      manualConnect: true,
      reconnectPeriod: 0,
      resubscribe: false,
      connectTimeout: 2 * BOUND,
      messageIdProvider: numbering(),
      ...(username === undefined ? {} : { username }),
      ...(password === undefined ? {} : { password }),
    };
  }

  private show(way: "→" | "←", packet: Packet): void {
    this.terminal.packet(packetLine(way, packet, (size) => this.terminal.text("size", { size })));
  }

  private note(packet: Packet): void {
    if (packet.cmd === "connack") this.returnCode = packet.returnCode ?? 0;
    if (packet.cmd === "suback") this.granted = packet.granted.map(Number);
    if (packet.cmd === "pingresp") this.pongs += 1;
    this.changed();
  }

  private tellOfTls(socket: TLSSocket): void {
    const version = socket.getProtocol() ?? "";
    this.terminal.say("secured", { version, cipher: socket.getCipher().name });
    this.terminal.say("certificate", certificateOf(socket));
  }

  private get live(): MqttClient {
    if (this.mqtt === undefined) throw new Error("not connected");
    return this.mqtt;
  }

  private changed(): void {
    for (const look of [...this.watchers]) look();
  }

  /** @throws Interrupted, or `broken` when the connection ends first */
  private async until(happened: () => boolean, ms: number | undefined, broken: Problem): Promise<boolean> {
    let look: () => void = () => undefined;
    let bound: NodeJS.Timeout | undefined;
    try {
      return await new Promise<boolean>((resolve, reject) => {
        look = () => {
          if (happened()) resolve(true);
          else if (this.signal.aborted) reject(new Interrupted());
          else if (this.gone) reject(broken);
        };
        this.watchers.add(look);
        if (ms !== undefined) bound = setTimeout(resolve, ms, false);
        look();
      });
    } finally {
      this.watchers.delete(look);
      clearTimeout(bound);
    }
  }
}

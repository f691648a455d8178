/** An ordinary client, as the lab's scripts are: MQTT.js behind a line of the tap, writing down every message it hands over. */
import mqtt, { MqttClient, type IClientOptions, type IConnackPacket } from "mqtt";
import type { Journal } from "../evidence/journal/journal";
import type { Level, QoS } from "../evidence/wire/mqtt/packet";
import type { Line } from "../evidence/wire/tap";
import type { Credentials } from "../target/target";
import { phrase, type Text } from "../words/text";
import { reasonOf } from "./tls/reason";
import type { Way } from "./way";
import { ANSWER_BOUND, closeOf, NotSeen, packetFor, within } from "./wait";

/** What a CONNECT says, besides who sends it. */
export interface ClientOptions {
  /** Clean session; true unless told otherwise. */
  readonly clean?: boolean;
  /** Seconds; 60 unless told otherwise. */
  readonly keepAlive?: number;
  readonly level?: Level;
  readonly will?: {
    readonly topic: string;
    readonly payload: Buffer;
    readonly qos: QoS;
    readonly retain: boolean;
  };
}

export interface Received {
  readonly topic: string;
  readonly payload: Buffer;
  readonly qos: number;
  readonly retain: boolean;
}

export class Client {
  readonly received: Received[] = [];
  private arrival: (() => void)[] = [];
  private mqtt: MqttClient | undefined;
  private sessionPresent = false;

  constructor(
    private readonly exercise: string,
    readonly role: string,
    readonly id: string,
    private readonly way: Way,
    private readonly credentials: Credentials,
    private readonly journal: Journal,
  ) {}

  /** Its line of the tap: where exercises interfere. */
  get line(): Line {
    return this.way.line;
  }

  /** Session present of the last CONNACK. */
  get resumed(): boolean {
    return this.sessionPresent;
  }

  /** Connects, or connects again; resolves when the CONNACK accepts. */
  async connect(options: ClientOptions = {}): Promise<void> {
    const client = await this.started(this.settings(options));
    this.mqtt?.end(true);
    this.mqtt = client;
    // As many answers are waited for at once as an exercise likes.
    client.setMaxListeners(0);
    client.on("message", (topic, payload, packet) => {
      const seen = { topic, payload, qos: packet.qos, retain: packet.retain };
      this.journal.add({
        source: "message",
        exercise: this.exercise,
        role: this.role,
        ...seen,
        dup: packet.dup,
      });
      this.received.push(seen);
      for (const arrived of this.arrival.splice(0)) arrived();
    });
    const refused = new Promise<never>((_, reject) => {
      // Kept for the client's whole life: an error without a listener would end the process.
      client.on("error", (error) => {
        reject(new NotSeen(phrase`${packetFor("CONNACK", this.role)} (${reasonOf(error)})`));
      });
      client.once("close", () => {
        reject(new NotSeen(packetFor("CONNACK", this.role)));
      });
    });
    refused.catch(() => undefined);
    const accepted = new Promise<IConnackPacket>((resolve) => client.once("connect", resolve));
    const connack = await within(Promise.race([accepted, refused]), packetFor("CONNACK", this.role));
    this.sessionPresent = connack.sessionPresent;
  }

  /** SUBSCRIBE, one packet for all filters; resolves with the granted codes, in the filters' order. */
  async subscribe(filters: Readonly<Record<string, QoS>>): Promise<readonly number[]> {
    const wanted = Object.fromEntries(Object.entries(filters).map(([filter, qos]) => [filter, { qos }]));
    const grants = await this.answer(this.live.subscribeAsync(wanted), packetFor("SUBACK", this.role));
    return grants.map((grant) => grant.qos);
  }

  /** UNSUBSCRIBE, one packet for all filters; resolves at the UNSUBACK. */
  async unsubscribe(...filters: string[]): Promise<void> {
    await this.answer(this.live.unsubscribeAsync(filters), packetFor("UNSUBACK", this.role));
  }

  /** Publishes; resolves when the exchange that its QoS asks for is complete. */
  async publish(
    topic: string,
    payload: Buffer | string,
    options: { qos?: QoS; retain?: boolean } = {},
  ): Promise<void> {
    const { qos = 0, retain = false } = options;
    // At QoS 0 the exchange is over when the socket has taken the PUBLISH.
    const last = packetFor(["PUBLISH", "PUBACK", "PUBCOMP"][qos] ?? "", this.role);
    await this.answer(this.live.publishAsync(topic, payload, { qos, retain }), phrase`${last}, '${topic}'`);
  }

  /**
   * Waits until `count` messages have been received in all.
   * @throws NotSeen when fewer come within `ms`
   */
  async messages(count: number, ms = ANSWER_BOUND): Promise<readonly Received[]> {
    const enough = async () => {
      while (this.received.length < count) await new Promise<void>((resolve) => this.arrival.push(resolve));
    };
    await this.answer(enough(), nthMessage(count, this.role, this.received.length), ms);
    return this.received.slice(0, count);
  }

  /**
   * PINGREQ, then waits for its PINGRESP: whatever the broker had already sent on this connection has come by then.
   * Proves an absence without a silence.
   */
  async fence(): Promise<void> {
    const answered = this.pinged();
    this.live.sendPing();
    await answered;
  }

  /** Waits for the next PINGRESP; the PINGREQ is the library's own, or `fence`'s. */
  async pinged(ms = ANSWER_BOUND): Promise<void> {
    const client = this.live;
    const answered = new Promise<void>((resolve) => {
      const look = (packet: { cmd: string }) => {
        if (packet.cmd !== "pingresp") return;
        client.off("packetreceive", look);
        resolve();
      };
      client.on("packetreceive", look);
    });
    await this.answer(answered, packetFor("PINGRESP", this.role), ms);
  }

  /** DISCONNECT, then waits until the connection is closed. */
  async disconnect(): Promise<void> {
    await within(this.live.endAsync(false), closeOf(this.role));
  }

  /** Resolves when the connection is closed, by whomever. */
  async closed(ms = ANSWER_BOUND): Promise<void> {
    if (!this.live.connected) return;
    const closed = new Promise<void>((resolve) => this.live.once("close", resolve));
    await within(closed, closeOf(this.role), ms);
  }

  /** Ends whatever is still open, without a word to the broker. */
  destroy(): void {
    this.mqtt?.end(true);
  }

  /** The answer may stand behind all that the broker has to send first. */
  private answer<T>(given: Promise<T>, what: Text, ms = ANSWER_BOUND): Promise<T> {
    const client = this.live;
    return within(given, what, ms, (heard) => {
      client.on("packetreceive", heard);
      return () => client.off("packetreceive", heard);
    });
  }

  private get live(): MqttClient {
    if (this.mqtt === undefined) throw new Error(`${this.role} was never connected`);
    return this.mqtt;
  }

  /** Inside TLS nothing of MQTT is sent before the broker has been verified. */
  private async started(settings: IClientOptions): Promise<MqttClient> {
    const { dial, line } = this.way;
    if (dial === undefined) return mqtt.connect({ ...settings, ...line.address });
    const socket = await dial();
    return new MqttClient(() => socket, settings);
  }

  private settings(options: ClientOptions): IClientOptions {
    const { username, password } = this.credentials;
    const level = options.level ?? 4;
    return {
      protocol: "mqtt",
      protocolId: level === 3 ? "MQIsdp" : "MQTT",
      protocolVersion: level,
      clientId: this.id,
      clean: options.clean ?? true,
      keepalive: options.keepAlive ?? 60,
      // What is played again is played by the exercise, never by the library.
      reconnectPeriod: 0,
      resubscribe: false,
      connectTimeout: ANSWER_BOUND,
      ...(options.will ? { will: options.will } : {}),
      ...(username === undefined ? {} : { username }),
      ...(password === undefined ? {} : { password }),
    };
  }
}

function nthMessage(count: number, role: string, before: number): Text {
  return {
    en: `message ${count} for “${role}”, ${before} received before the wait`,
    fr: `le message n° ${count} pour « ${role} », ${before} reçus avant l’attente`,
  };
}

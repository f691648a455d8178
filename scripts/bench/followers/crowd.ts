/** Clients that publish numbered messages at QoS 1, at a rate, and remember when each was written to the wire. */
import { setTimeout as delay } from "node:timers/promises";
import { RawClient } from "../../../src/exercise/raw-client";
import type { Address } from "../../../src/target/target";
import { clientId, PAYLOAD, topicOf } from "./lines";

/** Milliseconds between looks at the clock. */
const TICK = 5;
/** Packet identifiers are numbers of messages: at most so many, of one client. */
export const MOST = 65_535;
const ANSWER_BOUND = 15_000;

export class Crowd {
  private readonly members: readonly RawClient[];
  /** Messages of each client. */
  readonly sent: number[];
  private readonly times: number[][];
  private readonly answers: Promise<unknown>[] = [];
  private next = 0;

  constructor(address: Address, count: number) {
    this.members = Array.from({ length: count }, (_, i) => new RawClient(`c${i}`, clientId(i), address, {}));
    this.sent = this.members.map(() => 0);
    this.times = this.members.map(() => []);
  }

  async connect(): Promise<void> {
    await Promise.all(this.members.map((member) => member.connect()));
  }

  /** Milliseconds, on the clock of `performance.now()`. */
  sentAt(client: number, number: number): number {
    return this.times[client]?.[number] ?? NaN;
  }

  /** Publishes `rate` messages a second, taking turns, for so many seconds. Resolves when all are acknowledged. */
  async publish(rate: number, seconds: number): Promise<void> {
    const began = performance.now();
    const total = Math.round(rate * seconds);
    for (let done = 0; done < total;) {
      const due = Math.min(total, Math.ceil(((performance.now() - began) / 1000) * rate));
      for (; done < due; done++) this.publishOne();
      await delay(TICK);
    }
    await Promise.all(this.answers.splice(0));
  }

  async leave(): Promise<void> {
    await Promise.all(this.members.map((member) => member.disconnect()));
  }

  private publishOne(): void {
    const client = this.next;
    this.next = (this.next + 1) % this.members.length;
    const number = (this.sent[client] ?? 0) + 1;
    const member = this.members[client];
    if (member === undefined || number > MOST) return;
    this.sent[client] = number;
    this.times[client]?.push(...(number === 1 ? [NaN] : []), performance.now());
    member.publish(topicOf(client, number), PAYLOAD, { qos: 1, packetId: number });
    const answer = member.expect("PUBACK", { packetId: number }, ANSWER_BOUND);
    answer.catch(() => undefined);
    this.answers.push(answer);
  }
}

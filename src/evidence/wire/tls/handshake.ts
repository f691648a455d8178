/**
 * The handshake messages of one connection that can be seen in clear, put together from its records: a message may
 * stretch over several, and a record may hold several.
 */
import { Cutter } from "../cutter";
import { MESSAGE_HEADER, messageLength, readMessage, SERVER_HELLO, type Message } from "./message";
import { CHANGE_CIPHER_SPEC, HANDSHAKE, RECORD_HEADER } from "./records";

type Side = "client" | "broker";

export interface FromSide {
  readonly from: Side;
  /** One record, header included. */
  readonly raw: Buffer;
}

export interface Seen<R extends FromSide> extends Message {
  readonly from: Side;
  /** What its last byte came with. */
  readonly record: R;
}

/**
 * @param records of one connection, both directions, in the order in which they were seen
 * @returns the messages in the order in which they became whole; in the end, with `malformed`, one that never did
 */
export function handshakeMessages<R extends FromSide>(records: readonly R[]): readonly Seen<R>[] {
  const reader = new HandshakeReader<R>();
  return [...records.flatMap((record) => reader.push(record)), ...reader.unfinished()];
}

class HandshakeReader<R extends FromSide> {
  private readonly sides = { client: new Direction<R>(), broker: new Direction<R>() };
  /** What the broker has answered last. */
  private answer: "none" | "retry" | "hello" = "none";

  push(record: R): Seen<R>[] {
    const side = this.sides[record.from];
    if (record.raw[0] === CHANGE_CIPHER_SPEC && this.endsClear(record.from)) side.encrypted = true;
    if (record.raw[0] !== HANDSHAKE || side.encrypted) return [];
    const messages = side.push(record);
    for (const message of messages) {
      if (record.from === "broker" && message.type === SERVER_HELLO) {
        this.answer = message.serverHello?.helloRetryRequest === true ? "retry" : "hello";
      }
    }
    return messages;
  }

  unfinished(): Seen<R>[] {
    return [...this.sides.client.unfinished(), ...this.sides.broker.unfinished()];
  }

  /**
   * RFC 8446, appendix D.4: one for show may come before the second ClientHello and the ServerHello that answers it, and
   * a client that sends early data has sent it before the broker says anything.
   */
  private endsClear(from: Side): boolean {
    return this.answer === "hello" || (this.answer === "none" && from === "broker");
  }
}

class Direction<R extends FromSide> {
  encrypted = false;
  private readonly cutter = new Cutter(messageLength);
  private last: R | undefined;

  push(record: R): Seen<R>[] {
    this.last = record;
    const { pieces } = this.cutter.push(record.raw.subarray(RECORD_HEADER));
    return pieces.map((raw) => ({ ...readMessage(raw), from: record.from, record }));
  }

  /** The message that was never completed, if enough of it came to know its type. */
  unfinished(): Seen<R>[] {
    const rest = this.cutter.rest();
    if (this.last === undefined || rest.length < MESSAGE_HEADER) return [];
    return [{ ...readMessage(rest), from: this.last.from, record: this.last }];
  }
}

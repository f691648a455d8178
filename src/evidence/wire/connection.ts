/**
 * One TCP connection through the tap: relays bytes, writes every packet or TLS record into the journal when it arrives,
 * and applies the rules of its line. Without a rule bytes go on as they came, so that the tap changes nothing; TLS
 * records are under no rule, since what is in them cannot be known.
 */
import type { Socket } from "node:net";
import type { Journal } from "../journal/journal";
import { DirectionReader } from "./direction";
import { masked } from "./mask";
import { decode } from "./mqtt/decode";
import { isLevel, type Level } from "./mqtt/packet";
import { reset } from "./reset";
import type { Rules, Side } from "./rules";

export interface Place {
  readonly exercise: string;
  readonly role: string;
  readonly connection: number;
}

/** Milliseconds that a peer has to answer FIN with FIN before its socket is dropped. */
const CLOSE_BOUND = 1000;

export class TapConnection {
  private level: Level = 4;
  private closedBy: "client" | "broker" | "tap" | undefined;
  private readonly readers = { client: new DirectionReader(), broker: new DirectionReader() };
  /** How many bytes of an incomplete packet have been forwarded already. */
  private readonly loose = { client: 0, broker: 0 };
  private readonly done: Promise<void>;

  constructor(
    private readonly journal: Journal,
    private readonly place: Place,
    private readonly rules: Rules,
    private readonly sockets: Readonly<Record<Side, Socket>>,
    /** Password that is not recorded. */
    private readonly password?: string,
  ) {
    const ended = (["client", "broker"] as const).map((side) => this.relay(side));
    this.done = Promise.all(ended).then(() => undefined);
  }

  /** Settles when both sides are closed. */
  get closed(): Promise<void> {
    return this.done;
  }

  /**
   * Ends both sides: with FIN, after what was forwarded has been sent, or with RST. Resolves when both are closed, so
   * that a broker which reads FIN has dropped the connection before the next step.
   */
  async cut(how: "fin" | "reset"): Promise<void> {
    this.ended("tap", how);
    for (const socket of Object.values(this.sockets)) {
      if (how === "reset") reset(socket);
      else socket.end();
    }
    const bound = setTimeout(() => {
      for (const socket of Object.values(this.sockets)) socket.destroy();
    }, CLOSE_BOUND);
    await this.done;
    clearTimeout(bound);
  }

  private relay(from: Side): Promise<void> {
    const source = this.sockets[from];
    source.setNoDelay(true);
    source.on("data", (chunk: Buffer) => {
      this.arrived(from, chunk);
    });
    source.on("end", () => {
      this.ended(from, "fin");
      this.other(from).end();
    });
    source.on("error", () => {
      this.ended(from, "reset");
      reset(this.other(from));
    });
    return new Promise((resolve) =>
      source.once("close", () => {
        // A side that vanished without an end or an error still has to take the other with it.
        this.other(from).end();
        resolve();
      }),
    );
  }

  private other(from: Side): Socket {
    return this.sockets[from === "client" ? "broker" : "client"];
  }

  private arrived(from: Side, chunk: Buffer): void {
    const reader = this.readers[from];
    const held = reader.pending - this.loose[from];
    // Decided before recording: recording may release a rule, and these bytes came under it.
    const ruled = !reader.encrypted && (this.rules.active(from) || held > 0);
    const { packets, records, unframed } = reader.push(chunk);
    if (!ruled) this.forward(from, chunk);
    for (const raw of packets) this.packet(from, raw, ruled);
    for (const raw of records) this.record(from, raw, ruled);
    if (!ruled) this.loose[from] = reader.pending;
    if (unframed === undefined) return;
    this.journal.add({ source: "wire", ...this.place, event: "bytes", from, raw: this.recorded(unframed) });
    if (ruled) this.forward(from, unframed);
  }

  private record(from: Side, raw: Buffer, ruled: boolean): void {
    this.journal.add({ source: "tls", ...this.place, event: "record", from, raw: Buffer.from(raw) });
    if (ruled) this.forward(from, raw.subarray(this.loose[from]));
    this.loose[from] = 0;
  }

  /** A copy for the journal: the bytes themselves belong to the socket. */
  private recorded(raw: Buffer): Buffer {
    const copy = masked(raw, this.password);
    return copy === raw ? Buffer.from(raw) : copy;
  }

  private packet(from: Side, raw: Buffer, ruled: boolean): void {
    const packet = decode(raw, this.level);
    if (packet.type === "CONNECT" && isLevel(packet.level)) this.level = packet.level;
    const verdict =
      this.closedBy === undefined ? this.rules.judge(from, packet) : { forward: false, cut: undefined };
    this.journal.add({
      source: "wire",
      ...this.place,
      event: "packet",
      from,
      packet,
      raw: packet.type === "PUBLISH" ? Buffer.from(raw) : this.recorded(raw),
      level: this.level,
      ...(verdict.forward ? {} : { withheld: true as const }),
    });
    const gone = this.loose[from];
    this.loose[from] = 0;
    // What began to pass before the rule existed cannot be held back any more.
    if (ruled && (verdict.forward || gone > 0)) this.forward(from, raw.subarray(gone));
    if (verdict.cut !== undefined) void this.cut(verdict.cut.how).then(verdict.cut.done);
  }

  private forward(from: Side, bytes: Buffer): void {
    const target = this.other(from);
    if (!target.writable) return;
    if (target.write(bytes)) return;
    const source = this.sockets[from];
    source.pause();
    target.once("drain", () => source.resume());
  }

  private ended(by: "client" | "broker" | "tap", how: "fin" | "reset"): void {
    if (this.closedBy !== undefined) return;
    this.closedBy = by;
    this.journal.add({ source: "wire", ...this.place, event: "closed", by, how });
  }
}

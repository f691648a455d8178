/**
 * What goes inside TLS, seen at the client's end, where it is in clear: a stream between the MQTT client and its TLS
 * socket that writes every packet into the journal. The tap sees the same connection from outside.
 */
import type { TLSSocket } from "node:tls";
import { Duplex } from "node:stream";
import type { Journal } from "../journal/journal";
import type { Place } from "./connection";
import { DirectionReader } from "./direction";
import { masked } from "./mask";
import { decode } from "./mqtt/decode";
import { isLevel, type Level } from "./mqtt/packet";
import type { Side } from "./rules";

export class InsideTls extends Duplex {
  private level: Level = 4;
  private readonly readers = { client: new DirectionReader(), broker: new DirectionReader() };

  /**
   * @param place where the tap has the same connection
   * @param password what is not recorded
   */
  constructor(
    private readonly tls: TLSSocket,
    private readonly journal: Journal,
    private readonly place: Place,
    private readonly password?: string,
  ) {
    super({ allowHalfOpen: false });
    // Kept for the stream's whole life: a client library stops listening before the connection is over.
    this.on("error", () => undefined);
    tls.on("data", (chunk: Buffer) => {
      this.see("broker", chunk);
      if (!this.push(chunk)) tls.pause();
    });
    tls.on("end", () => this.push(null));
    tls.on("error", (error: Error) => this.destroy(error));
    tls.on("close", () => this.destroy());
  }

  override _read(): void {
    this.tls.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.see("client", chunk);
    if (this.tls.writable) this.tls.write(chunk, done);
    else done();
  }

  /** A packet comes in several pieces: together they are one record, as a client that writes it at once would have it. */
  override _writev(
    pieces: readonly { readonly chunk: Buffer }[],
    done: (error?: Error | null) => void,
  ): void {
    this._write(Buffer.concat(pieces.map(({ chunk }) => chunk)), "utf8", done);
  }

  override _final(done: () => void): void {
    this.tls.end(done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.tls.destroy();
    done(error);
  }

  private get at() {
    return { source: "wire", ...this.place, inside: "tls" } as const;
  }

  private see(from: Side, chunk: Buffer): void {
    const { packets, unframed } = this.readers[from].push(chunk);
    for (const bytes of packets) {
      const raw = Buffer.from(masked(bytes, this.password));
      const packet = decode(raw, this.level);
      if (packet.type === "CONNECT" && isLevel(packet.level)) this.level = packet.level;
      const { level } = this;
      this.journal.add({ ...this.at, event: "packet", from, packet, raw, level });
    }
    if (unframed === undefined) return;
    this.journal.add({ ...this.at, event: "bytes", from, raw: Buffer.from(masked(unframed, this.password)) });
  }
}

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
    const pieces = this.see("client", chunk);
    if (!this.tls.writable) done();
    else pieces.forEach((piece, i) => this.tls.write(piece, i === pieces.length - 1 ? done : undefined));
  }

  /** A packet is written in several parts: together they are one record, as of a client that writes it at once. */
  override _writev(parts: readonly { readonly chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this._write(Buffer.concat(parts.map(({ chunk }) => chunk)), "utf8", done);
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

  /** @returns the chunk in pieces that end where packets end, at least one */
  private see(from: Side, chunk: Buffer): readonly Buffer[] {
    const before = this.readers[from].pending;
    const { packets, unframed } = this.readers[from].push(chunk);
    for (const bytes of packets) {
      const raw = Buffer.from(masked(bytes, this.password));
      const packet = decode(raw, this.level);
      if (packet.type === "CONNECT" && isLevel(packet.level)) this.level = packet.level;
      const { level } = this;
      this.journal.add({ ...this.at, event: "packet", from, packet, raw, level });
    }
    if (unframed !== undefined)
      this.journal.add({
        ...this.at,
        event: "bytes",
        from,
        raw: Buffer.from(masked(unframed, this.password)),
      });
    return cut(chunk, packets, before);
  }
}

/** @param before bytes of the first packet that came earlier */
function cut(chunk: Buffer, packets: readonly Buffer[], before: number): readonly Buffer[] {
  let at = 0;
  const pieces = packets.map(({ length }, i) => {
    const from = at;
    at += i === 0 ? length - before : length;
    return chunk.subarray(from, at);
  });
  return at < chunk.length || pieces.length === 0 ? [...pieces, chunk.subarray(at)] : pieces;
}

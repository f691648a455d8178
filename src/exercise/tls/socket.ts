/**
 * The TCP connection under a TLS client. Node's TLS verifies the certificate when it has written everything that it has
 * to say, and then goes without a word; other clients send an alert, as RFC 8446, section 6.2 demands. This socket can
 * send it in Node's place.
 */
import { connect, type Socket } from "node:net";
import { Duplex } from "node:stream";
import type { Address } from "../../target/target";

/** Alert level “fatal” (RFC 8446, section 6). */
const FATAL = 2;

export class TcpUnderTls extends Duplex {
  private readonly tcp: Socket;
  /** The broker has said something, and nothing was written since: what is written now is not encrypted yet. */
  private clear = true;
  private heard = false;

  constructor(address: Address) {
    super({ allowHalfOpen: true });
    this.tcp = connect({ ...address, noDelay: true });
    this.tcp.on("data", (chunk: Buffer) => {
      this.heard = true;
      if (!this.push(chunk)) this.tcp.pause();
    });
    this.tcp.on("end", () => this.push(null));
    this.tcp.on("error", (error) => this.destroy(error));
    this.tcp.on("close", () => this.destroy());
  }

  /** Resolves when the TCP connection is closed. */
  get gone(): Promise<void> {
    if (this.tcp.closed) return Promise.resolve();
    return new Promise((resolve) =>
      this.tcp.once("close", () => {
        resolve();
      }),
    );
  }

  /**
   * Ends the connection, with an alert in clear where the client has not begun to encrypt.
   * @param description the alert's number; without it there is none
   */
  refuse(description: number | undefined): void {
    if (description !== undefined && this.clear && this.heard)
      this.tcp.write(Buffer.from([21, 3, 3, 0, 2, FATAL, description]));
    this.tcp.end();
  }

  override _read(): void {
    this.tcp.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    if (this.heard) this.clear = false;
    if (this.tcp.writable) this.tcp.write(chunk, done);
    else done();
  }

  override _final(done: () => void): void {
    // A broker that ended first has had its end answered already.
    if (this.tcp.writable) this.tcp.end(done);
    else done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    // A refusal is still on its way; it ends the connection by itself.
    if (!this.tcp.writableEnded) this.tcp.destroy();
    done(error);
  }
}

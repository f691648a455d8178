/**
 * The stream that the Docker engine sends for a container without a terminal: frames of stdout and stderr, each with a
 * header of eight bytes (kind, three zeros, length as a big-endian number). Docker Engine API, "Attach to a container".
 */
import { Transform, type TransformCallback } from "node:stream";

const HEADER = 8;
const LINE_END = 10;
/** Bytes of an unfinished line that are held back; Mosquitto's lines have at most 999. */
const LONGEST_LINE = 64 * 1024;

/**
 * Takes the frames apart, and puts the lines of both outputs together again: a line is given whole, so that one output
 * never ends up in the middle of the other's line.
 */
export class FrameReader extends Transform {
  private buffer: Buffer = Buffer.alloc(0);
  private readonly unfinished = new Map<number, Buffer>();

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.buffer = this.buffer.length === 0 ? chunk : Buffer.concat([this.buffer, chunk]);
    let at = 0;
    for (;;) {
      if (this.buffer.length - at < HEADER) break;
      const end = at + HEADER + this.buffer.readUInt32BE(at + 4);
      if (this.buffer.length < end) break;
      this.accept(this.buffer.readUInt8(at), this.buffer.subarray(at + HEADER, end));
      at = end;
    }
    this.buffer = this.buffer.subarray(at);
    done();
  }

  override _flush(done: TransformCallback): void {
    for (const rest of this.unfinished.values()) this.push(rest);
    done();
  }

  private accept(output: number, payload: Buffer): void {
    const before = this.unfinished.get(output);
    const bytes = before === undefined ? payload : Buffer.concat([before, payload]);
    const whole = bytes.length > LONGEST_LINE ? bytes.length : bytes.lastIndexOf(LINE_END) + 1;
    if (whole > 0) this.push(bytes.subarray(0, whole));
    if (whole < bytes.length) this.unfinished.set(output, bytes.subarray(whole));
    else this.unfinished.delete(output);
  }
}

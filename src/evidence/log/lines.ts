/**
 * Bytes into lines, in constant memory: UTF-8 may be split between chunks, lines may end in CRLF, the last may have no
 * end, and a line without end (a file that is no log) is cut instead of being gathered.
 */
import { StringDecoder } from "node:string_decoder";

/** UTF-16 units of a line that are kept. Mosquitto's own lines have at most 999 bytes. */
const LONGEST_LINE = 64 * 1024;

export class LineSplitter {
  /** Lines that were longer than can be kept, and were cut. */
  cut = 0;
  private readonly decoder = new StringDecoder("utf8");
  private rest = "";
  /** Whether the line that `rest` would go on with was cut already. */
  private skipping = false;

  constructor(private readonly longest = LONGEST_LINE) {}

  /** The lines that end in this chunk, without their line ends. */
  push(chunk: Uint8Array): string[] {
    return this.split(this.decoder.write(chunk));
  }

  /** The last line, if it has no end. */
  end(): string[] {
    const lines = this.split(this.decoder.end());
    const { rest, skipping } = this;
    this.rest = "";
    this.skipping = false;
    return rest === "" || skipping ? lines : [...lines, withoutCr(rest)];
  }

  private split(text: string): string[] {
    const lines: string[] = [];
    let from = 0;
    for (let to = text.indexOf("\n"); to !== -1; to = text.indexOf("\n", from)) {
      this.finish(text.slice(from, to), lines);
      from = to + 1;
    }
    this.keep(text.slice(from), lines);
    return lines;
  }

  private finish(tail: string, lines: string[]): void {
    const line = this.rest === "" ? tail : this.rest + tail;
    this.rest = "";
    if (this.skipping) this.skipping = false;
    else if (line.length <= this.longest) lines.push(withoutCr(line));
    else this.shorten(line, lines);
  }

  /** Keeps the beginning of a line whose end is yet to come. */
  private keep(tail: string, lines: string[]): void {
    if (this.skipping) return;
    this.rest += tail;
    if (this.rest.length <= this.longest) return;
    this.shorten(this.rest, lines);
    this.rest = "";
    this.skipping = true;
  }

  private shorten(line: string, lines: string[]): void {
    this.cut++;
    lines.push(line.slice(0, this.longest));
  }
}

const CR = 13;

function withoutCr(line: string): string {
  return line.charCodeAt(line.length - 1) === CR ? line.slice(0, -1) : line;
}

/** The lines of a stream in batches, one a chunk. Reads on only when asked to. */
export async function* lineBatches(
  stream: AsyncIterable<Uint8Array>,
  splitter = new LineSplitter(),
): AsyncGenerator<string[], void, undefined> {
  for await (const chunk of stream) yield splitter.push(chunk);
  yield splitter.end();
}

/** The lines of a stream, one by one. */
export async function* lines(
  stream: AsyncIterable<Uint8Array>,
  splitter = new LineSplitter(),
): AsyncGenerator<string, void, undefined> {
  for await (const batch of lineBatches(stream, splitter)) yield* batch;
}

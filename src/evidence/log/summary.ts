/** How much of a log was understood. Nothing is dropped without being counted. */
import { LineParser } from "./line-parser";
import type { LogLine } from "./line";
import { lineBatches, LineSplitter } from "./lines";

/** Lines that were not understood and are kept as examples. */
const EXAMPLES = 20;

export class LogSummary {
  understood = 0;
  notOfInterest = 0;
  unknown = 0;
  /** Lines longer than can be kept, cut and counted; they are in the other counts too. */
  cut = 0;
  /** The first lines that were not understood, as they came. */
  readonly examples: string[] = [];

  get lines(): number {
    return this.understood + this.notOfInterest + this.unknown;
  }

  add(line: LogLine): void {
    if (line.interest === "understood") this.understood++;
    else if (line.interest === "not-of-interest") this.notOfInterest++;
    else this.addUnknown(line.raw);
  }

  private addUnknown(raw: string): void {
    this.unknown++;
    // A copy, since a slice would keep the whole chunk that it was cut from.
    if (this.examples.length < EXAMPLES) this.examples.push(Buffer.from(raw).toString());
  }
}

/**
 * Reads a whole log, line by line and in constant memory, whatever its size.
 *
 * @param onLine called for every line in order; the line may be kept
 * @returns how much of it was understood
 */
export async function readLog(
  stream: AsyncIterable<Uint8Array>,
  onLine: (line: LogLine) => void = () => undefined,
): Promise<LogSummary> {
  const [summary, parser, splitter] = [new LogSummary(), new LineParser(), new LineSplitter()];
  for await (const batch of lineBatches(stream, splitter)) {
    for (const raw of batch) {
      const line = parser.parse(raw);
      summary.add(line);
      onLine(line);
    }
  }
  summary.cut = splitter.cut;
  return summary;
}

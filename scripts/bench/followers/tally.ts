/** What one follower saw of the crowd: how often each line, and in what order. */
import { createHash } from "node:crypto";
import { KINDS, told, type Kind } from "./lines";

export interface Counts {
  readonly lines: number;
  readonly lost: number;
  readonly doubled: number;
  /** Lines that came after a later one about the same client, of the same kind. */
  readonly outOfOrder: number;
  /** Lines that are not whole. */
  readonly damaged: number;
}

export class Tally {
  private readonly seen: Record<Kind, Uint8Array[]>;
  private readonly latest: Record<Kind, Uint32Array>;
  private readonly order = createHash("sha1");
  private lines = 0;
  private outOfOrder = 0;
  private damaged = 0;

  /**
   * @param clients in the crowd
   * @param most messages of one client
   * @param published told of each line about a message, when it is first seen
   */
  constructor(
    private readonly clients: number,
    most: number,
    private readonly published: (client: number, number: number) => void,
  ) {
    const each = <T>(make: () => T) => Object.fromEntries(KINDS.map((kind) => [kind, make()]));
    this.seen = each(() =>
      Array.from({ length: clients }, () => new Uint8Array(most + 1)),
    ) as typeof this.seen;
    this.latest = each(() => new Uint32Array(clients)) as typeof this.latest;
  }

  take(line: string): void {
    const found = told(line);
    if (found === undefined) return;
    this.order.update(line);
    if (found === "damaged") {
      this.damaged++;
      return;
    }
    const { kind, client, number } = found;
    this.lines++;
    const times = this.seen[kind][client];
    const latest = this.latest[kind];
    if (times === undefined) return;
    const before = times[number] ?? 0;
    times[number] = before + 1;
    if (before > 0) return;
    if (number < (latest[client] ?? 0)) this.outOfOrder++;
    else latest[client] = number;
    if (kind === "publish") this.published(client, number);
  }

  /** @param sent messages of each client */
  counts(sent: readonly number[]): Counts {
    let [lost, doubled] = [0, 0];
    for (const kind of KINDS) {
      for (let client = 0; client < this.clients; client++) {
        const due = kind === "publish" || kind === "puback" ? (sent[client] ?? 0) : 1;
        const times = this.seen[kind][client] ?? new Uint8Array();
        for (let number = 1; number < times.length; number++) {
          if (number <= due && times[number] === 0) lost++;
          doubled += Math.max(0, (times[number] ?? 0) - (number <= due ? 1 : 0));
        }
      }
    }
    const { lines, outOfOrder, damaged } = this;
    return { lines, lost, doubled, outOfOrder, damaged };
  }

  /** Of all that was seen, in its order: the same for followers who saw the same. To be asked once, at the end. */
  fingerprint(): string {
    return this.order.digest("hex");
  }
}

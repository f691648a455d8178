/**
 * How a line of the tap interferes, because some exercises need a network that fails at one exact packet: withhold,
 * cut after, go silent. A line without rules forwards everything.
 */
import type { Packet } from "./mqtt/packet";

export type Side = "client" | "broker";

/** Which packets a rule is about. */
export interface Pattern {
  /** Who sent it. */
  readonly from: Side;
  readonly type: Packet["type"];
  readonly packetId?: number;
}

export interface Decision {
  readonly forward: boolean;
  readonly cut: { readonly how: "fin" | "reset"; readonly done: () => void } | undefined;
}

interface CutRule {
  readonly pattern: Pattern;
  readonly how: "fin" | "reset";
  readonly forward: boolean;
  readonly done: () => void;
}

const PASS: Decision = { forward: true, cut: undefined };
const HOLD: Decision = { forward: false, cut: undefined };

export class Rules {
  private readonly withheld = new Set<Pattern>();
  private readonly cuts = new Set<CutRule>();
  private readonly silent = new Set<Side>();

  /** Packets like this are recorded and go no further, until the returned function is called. */
  withhold(pattern: Pattern): () => void {
    this.withheld.add(pattern);
    return () => this.withheld.delete(pattern);
  }

  /** Nothing from that side passes any more. */
  silence(from: Side): void {
    this.silent.add(from);
  }

  /**
   * The next packet like this is the last: it is forwarded (unless `lose`), then both sides are closed. Resolves when
   * they are.
   */
  cutAt(
    pattern: Pattern,
    options: { readonly how?: "fin" | "reset"; readonly lose?: boolean } = {},
  ): Promise<void> {
    return new Promise((done) => {
      this.cuts.add({ pattern, how: options.how ?? "fin", forward: !options.lose, done });
    });
  }

  /** Whether any rule looks at packets from that side. */
  active(from: Side): boolean {
    const about = (pattern: Pattern) => pattern.from === from;
    return (
      this.silent.has(from) ||
      [...this.withheld].some(about) ||
      [...this.cuts].some((rule) => about(rule.pattern))
    );
  }

  judge(from: Side, packet: Packet): Decision {
    for (const rule of this.cuts) {
      if (!fits(rule.pattern, from, packet)) continue;
      this.cuts.delete(rule);
      return { forward: rule.forward, cut: rule };
    }
    if (this.silent.has(from)) return HOLD;
    for (const pattern of this.withheld) if (fits(pattern, from, packet)) return HOLD;
    return PASS;
  }
}

function fits(pattern: Pattern, from: Side, packet: Packet): boolean {
  if (pattern.from !== from || pattern.type !== packet.type) return false;
  return pattern.packetId === undefined || ("packetId" in packet && packet.packetId === pattern.packetId);
}

/** One TCP connection through a faulty relay. Without a meddler that takes a packet, bytes go on as they came. */
import type { Socket } from "node:net";
import { decode } from "../../../src/evidence/wire/mqtt/decode";
import { Framer } from "../../../src/evidence/wire/mqtt/frames";
import type { Level } from "../../../src/evidence/wire/mqtt/packet";
import { reset } from "../../../src/evidence/wire/reset";
import type { Side } from "../../../src/evidence/wire/rules";
import type { Meddler, Outcome, Wire } from "./meddler";

const SIDES = ["client", "broker"] as const;
const otherSide = (side: Side): Side => (side === "client" ? "broker" : "client");

export class RelayConnection implements Wire {
  client = "";
  level: Level = 4;
  /** Settles when both sides are closed. */
  readonly closed: Promise<unknown>;
  private readonly framers = { client: new Framer(), broker: new Framer() };
  private over = false;

  constructor(
    private readonly sockets: Readonly<Record<Side, Socket>>,
    private readonly meddler: Meddler,
    private readonly wires: ReadonlySet<Wire>,
  ) {
    this.closed = Promise.all(SIDES.map((side) => this.relay(side)));
  }

  send(to: Side, bytes: Buffer): void {
    const socket = this.sockets[to];
    if (socket.writable && bytes.length > 0) socket.write(bytes);
  }

  close(how: "fin" | "reset"): void {
    this.over = true;
    for (const side of SIDES) this.end(side, how);
  }

  private end(side: Side, how: "fin" | "reset"): void {
    const socket = this.sockets[side];
    if (how === "reset") reset(socket);
    else socket.end();
  }

  private relay(from: Side): Promise<void> {
    const source = this.sockets[from];
    source.setNoDelay(true);
    source.on("data", (chunk: Buffer) => {
      const { packets, unframed } = this.framers[from].push(chunk);
      for (const raw of packets) this.packet(from, Buffer.from(raw));
      if (unframed) this.send(otherSide(from), unframed);
    });
    source.on("end", () => {
      this.ended(from, "fin");
    });
    source.on("error", () => {
      this.ended(from, "reset");
    });
    return new Promise((resolve) =>
      source.once("close", () => {
        resolve();
      }),
    );
  }

  private ended(by: Side, how: "fin" | "reset"): void {
    const fate = this.over ? undefined : this.meddler.closing?.({ by, wire: this });
    this.end(by, "fin");
    if (fate !== "keep") this.end(otherSide(by), how);
  }

  private packet(from: Side, raw: Buffer): void {
    const packet = decode(raw, this.level);
    if (packet.type === "CONNECT") {
      this.client = packet.clientId;
      if (packet.level === 3 || packet.level === 5) this.level = packet.level;
    }
    if (this.over) return;
    const outcome: Outcome =
      this.meddler.packet?.({ from, packet, raw, wire: this, wires: this.wires }) ?? {};
    for (const bytes of outcome.on ?? [raw]) this.send(otherSide(from), bytes);
    for (const bytes of outcome.back ?? []) this.send(from, bytes);
    outcome.after?.();
    if (outcome.close) this.close(outcome.close);
  }
}

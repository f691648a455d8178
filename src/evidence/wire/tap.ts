/**
 * A loopback relay in front of the broker. Each client of each exercise gets a line of its own, so that every
 * connection is known by the part that it plays before its first byte.
 */
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import type { Journal } from "../journal/journal";
import { TapConnection } from "./connection";
import { reset } from "./reset";
import { Rules } from "./rules";

export interface TapAddress {
  readonly host: string;
  readonly port: number;
}

/** One client's way to the broker. */
export class Line {
  readonly rules = new Rules();
  private readonly open = new Set<TapConnection>();

  constructor(
    readonly address: TapAddress,
    private readonly server: Server,
  ) {}

  /** Cuts every connection of this line; resolves when both sides of each are closed. */
  async cut(how: "fin" | "reset" = "fin"): Promise<void> {
    await Promise.all([...this.open].map((connection) => connection.cut(how)));
  }

  /** For the tap: keeps count of what is open. */
  carries(connection: TapConnection): void {
    this.open.add(connection);
    void connection.closed.then(() => this.open.delete(connection));
  }

  async close(): Promise<void> {
    this.server.close();
    await this.cut("reset");
  }
}

export class Tap {
  private readonly lines = new Set<Line>();
  /** Connections to the broker that are not made yet. */
  private readonly opening = new Set<Socket>();
  private connections = 0;

  /**
   * @param journal where sightings go
   * @param broker where connections are relayed to
   */
  constructor(
    private readonly journal: Journal,
    private readonly broker: TapAddress,
  ) {}

  /** Opens a line for one client of one exercise, on a free loopback port. */
  async line(exercise: string, role: string): Promise<Line> {
    const server = createServer({ pauseOnConnect: true });
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(0, "127.0.0.1", resolve);
    });
    const line = new Line({ host: "127.0.0.1", port: (server.address() as AddressInfo).port }, server);
    this.lines.add(line);
    server.on("connection", (client) => {
      this.accept(line, { exercise, role, connection: ++this.connections }, client);
    });
    return line;
  }

  /** Closes every line and every connection. */
  async close(): Promise<void> {
    // An address that swallows what is sent to it would keep them waiting for minutes.
    for (const broker of this.opening) broker.destroy();
    await Promise.all([...this.lines].map((line) => line.close()));
  }

  private accept(
    line: Line,
    place: { exercise: string; role: string; connection: number },
    client: Socket,
  ): void {
    const broker = connect({ ...this.broker, noDelay: true });
    this.opening.add(broker);
    broker.once("close", () => this.opening.delete(broker));
    const refused = (error: NodeJS.ErrnoException) => {
      this.journal.add({ source: "wire", ...place, event: "refused", why: error.code ?? error.message });
      reset(client);
    };
    client.on("error", () => broker.destroy());
    broker.once("error", refused);
    broker.once("connect", () => {
      this.opening.delete(broker);
      broker.off("error", refused);
      const port = broker.localPort;
      this.journal.add({
        source: "wire",
        ...place,
        event: "opened",
        ...(port === undefined ? {} : { port }),
      });
      line.carries(new TapConnection(this.journal, place, line.rules, { client, broker }));
      client.resume();
    });
  }
}

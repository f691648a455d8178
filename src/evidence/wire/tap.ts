/**
 * A loopback relay in front of the broker. Each client of each exercise gets a line of its own, so that every
 * connection is known by the part that it plays before its first byte.
 */
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import type { Listener } from "../journal/entry";
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
  /** Number within the run of the latest connection; 0 before the first. */
  connection = 0;
  private readonly open = new Set<TapConnection>();
  private readonly waiting: (() => void)[] = [];

  constructor(
    readonly address: TapAddress,
    private readonly server: Server,
  ) {}

  /** Resolves when none of this line's connections is open any more. */
  async idle(): Promise<void> {
    while (this.open.size > 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Cuts every connection of this line; resolves when both sides of each are closed. */
  async cut(how: "fin" | "reset" = "fin"): Promise<void> {
    await Promise.all([...this.open].map((connection) => connection.cut(how)));
  }

  /** For the tap: keeps count of what is open. */
  carries(connection: TapConnection): void {
    this.open.add(connection);
    void connection.closed.then(() => {
      this.open.delete(connection);
      for (const look of this.waiting.splice(0)) look();
    });
  }

  async close(): Promise<void> {
    this.server.close();
    await this.cut("reset");
  }
}

/** Where connections are relayed to. */
export interface TapTarget extends TapAddress {
  /** The second port, where MQTT goes inside TLS. */
  readonly tls?: TapAddress;
  /** Password that must not be recorded. */
  readonly password?: string;
}

interface TapPlace {
  readonly exercise: string;
  readonly role: string;
  readonly listener: Listener;
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
    private readonly broker: TapTarget,
  ) {}

  /**
   * Opens a line for one client of one exercise, on a free loopback port.
   * @param listener the broker's port that it leads to
   */
  async line(exercise: string, role: string, listener: Listener = "plain"): Promise<Line> {
    const server = createServer({ pauseOnConnect: true });
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(0, "127.0.0.1", resolve);
    });
    const line = new Line({ host: "127.0.0.1", port: (server.address() as AddressInfo).port }, server);
    this.lines.add(line);
    server.on("connection", (client) => {
      this.accept(line, { exercise, role, listener }, client);
    });
    return line;
  }

  /** Closes every line and every connection. */
  async close(): Promise<void> {
    // An address that swallows what is sent to it would keep them waiting for minutes.
    for (const broker of this.opening) broker.destroy();
    await Promise.all([...this.lines].map((line) => line.close()));
  }

  private accept(line: Line, { exercise, role, listener }: TapPlace, client: Socket): void {
    const place = { exercise, role, connection: ++this.connections };
    line.connection = place.connection;
    const towards = listener === "plain" ? {} : { listener };
    const broker = connect({ ...this.addressOf(listener), noDelay: true });
    this.opening.add(broker);
    broker.once("close", () => this.opening.delete(broker));
    const refused = (error: NodeJS.ErrnoException) => {
      const why = error.code ?? error.message;
      this.journal.add({ source: "wire", ...place, event: "refused", why, ...towards });
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
        ...towards,
      });
      const sockets = { client, broker };
      line.carries(new TapConnection(this.journal, place, line.rules, sockets, this.broker.password));
      client.resume();
    });
  }

  private addressOf(listener: Listener): TapAddress {
    const { host, port, tls } = this.broker;
    if (listener === "plain") return { host, port };
    if (tls === undefined) throw new Error("an exercise that uses TLS must say that it needs it");
    return tls;
  }
}

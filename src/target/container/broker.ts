/**
 * A Mosquitto as testcontainers starts it. This module loads testcontainers, which takes half a second: load it only
 * once a container is really wanted.
 */
import { GenericContainer, getContainerRuntimeClient, type StartedTestContainer } from "testcontainers";
import { isOfThisMachine, open, type Endpoint } from "../docker/engine";
import type { Content } from "./files";
import { MosquittoReady } from "./ready";

export interface BrokerSettings {
  readonly engine: Endpoint;
  readonly image: string;
  readonly files: readonly Content[];
  /** The broker's ports in the container; each is published on a free one of the engine's machine. */
  readonly ports: readonly number[];
  readonly announces: boolean;
  readonly labels: Record<string, string>;
  /** Whether testcontainers may start its reaper, which is an image of its own. */
  readonly reaper: boolean;
}

export interface StartingBroker {
  readonly host: string;
  /** What the broker has written so far, also when it did not start. */
  readonly log: MosquittoReady["tape"];
  readonly started: Promise<StartedTestContainer>;
}

/** The ports are published on loopback only, where the engine is this machine's: an open broker is nobody else's. */
class MosquittoContainer extends GenericContainer {
  #reject: (reason: Error) => void = () => undefined;
  /** Rejects when the broker has ended and its log has been read. */
  readonly ended = new Promise<never>((_resolve, reject) => (this.#reject = reject));

  constructor(
    private readonly settings: BrokerSettings,
    private readonly ready: MosquittoReady,
    private readonly onLoopback: boolean,
  ) {
    super(settings.image);
  }

  protected override beforeContainerCreated = (): Promise<void> => {
    if (this.onLoopback) {
      const anywhere = [{ HostIp: "127.0.0.1", HostPort: "0" }];
      const bindings = this.settings.ports.map((port) => [`${port}/tcp`, anywhere] as const);
      this.hostConfig.PortBindings = Object.fromEntries(bindings);
    }
    return Promise.resolve();
  };

  /**
   * testcontainers looks ten seconds for the ports of a container that has already ended. The engine is therefore asked
   * to tell of the end, before the start: its answer's head says that it watches, its body comes with the end.
   */
  protected override containerCreated = async (id: string): Promise<void> => {
    const path = `/containers/${id}/wait?condition=next-exit`;
    const watch = await open(this.settings.engine, "POST", path);
    watch.socket.unref();
    watch.resume().once("end", () => {
      void this.readLastWords(id);
    });
  };

  private async readLastWords(id: string): Promise<void> {
    const client = await getContainerRuntimeClient();
    await this.ready.record(client.container.getById(id)).catch(() => undefined);
    await this.ready.tape.until(() => undefined);
    this.#reject(new Error("ended before it listened"));
  }
}

/** Starts a container of `settings.image`; `started` rejects as soon as the broker has ended. */
export async function startBroker(settings: BrokerSettings): Promise<StartingBroker> {
  const { host } = (await getContainerRuntimeClient()).info.containerRuntime;
  // testcontainers takes a file /.dockerenv for the sign of a container and would go by the bridge; an engine that bears
  // this machine's name is reached over loopback all the same.
  const local = host === "localhost" || (await isOfThisMachine(settings.engine));
  const address = local ? "127.0.0.1" : host;
  const ready = new MosquittoReady(address, settings.announces);
  const container = new MosquittoContainer(settings, ready, local)
    .withExposedPorts(...settings.ports)
    .withCopyContentToContainer([...settings.files])
    .withLabels(settings.labels)
    .withAutoCleanup(settings.reaper)
    .withWaitStrategy(ready);
  const start = container.start();
  // Whichever loses the race may reject later, with nobody left to listen.
  start.catch(() => undefined);
  container.ended.catch(() => undefined);
  return { host: address, log: ready.tape, started: Promise.race([start, container.ended]) };
}

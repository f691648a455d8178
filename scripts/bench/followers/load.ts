/** What the lab's containers and this program take of the processors, and what is kept of the log. */
import { buffer } from "node:stream/consumers";
import { files } from "../../../src/lab/log-folder";
import { containersOf } from "../../../src/lab/made";
import { ask, open, type Endpoint } from "../../../src/target/docker/engine";

const ASK_BOUND_MS = 10_000;

/** Seconds of processor time since the start. */
export interface Load {
  readonly broker: number;
  readonly ssh: number;
  /** Clients and followers. */
  readonly bench: number;
}

export async function loadOf(engine: Endpoint, lab: string): Promise<Load> {
  const containers = await containersOf(engine, lab);
  const of = async (service: "mosquitto" | "ssh-logs") => {
    const container = containers.find((one) => one.service === service);
    return container === undefined ? 0 : await secondsOf(engine, container.id);
  };
  const [broker, ssh] = await Promise.all([of("mosquitto"), of("ssh-logs")]);
  const { user, system } = process.cpuUsage();
  return { broker, ssh, bench: (user + system) / 1e6 };
}

async function secondsOf(engine: Endpoint, id: string): Promise<number> {
  const path = `/containers/${id}/stats?stream=false&one-shot=true`;
  const { body } = await ask(engine, "GET", path, ASK_BOUND_MS);
  const stats = JSON.parse(body) as { cpu_stats: { cpu_usage: { total_usage: number } } };
  return stats.cpu_stats.cpu_usage.total_usage / 1e9;
}

/** How often the log went on to another segment (see docker/lab/broker.sh). */
export async function rotationsOf(engine: Endpoint, container: string): Promise<number> {
  const path = `/containers/${container}/archive?path=/mosquitto/log`;
  const archive = await buffer(await open(engine, "GET", path, AbortSignal.timeout(ASK_BOUND_MS)));
  const numbers = [...files(archive)].map(({ name }) => Number(/(\d{8})\.log$/.exec(name)?.[1] ?? 0));
  return Math.max(...numbers) - 1;
}

/** What a lab made on the Docker engine, known by its labels: containers, networks and volumes. */
import { ask, type Endpoint } from "../target/docker/engine";

const LAB = "tp-mqtt.lab";
const LAB_DIR = "tp-mqtt.lab.dir";
const ASK_BOUND_MS = 10_000;
/** Stopping a broker in order, and then by force. */
const REMOVE_BOUND_MS = 30_000;

export interface LabContainer {
  readonly id: string;
  readonly service: "mosquitto" | "ssh-logs";
  /** `running`, `exited`, `restarting`, … */
  readonly state: string;
  /** The lab's folder. */
  readonly folder: string;
  readonly publicPorts: readonly number[];
}

interface Listed {
  readonly Id: string;
  readonly State: string;
  readonly Labels: Readonly<Record<string, string>>;
  readonly Ports: readonly { readonly PublicPort?: number }[];
}

/** @param folder only those of the lab in that folder */
export async function containersOf(engine: Endpoint, name: string, folder?: string): Promise<LabContainer[]> {
  const body = await get(engine, `/containers/json?all=true&filters=${filters(name, folder)}`);
  return (JSON.parse(body) as Listed[]).map(({ Id, State, Labels, Ports }) => ({
    id: Id,
    service: Labels["com.docker.compose.service"] === "mosquitto" ? "mosquitto" : "ssh-logs",
    state: State,
    folder: Labels[LAB_DIR] ?? "",
    publicPorts: Ports.flatMap(({ PublicPort }) => PublicPort ?? []),
  }));
}

/** Removes all of it; resolves with the number of things that there were. */
export async function removeMade(engine: Endpoint, name: string, folder?: string): Promise<number> {
  const containers = await containersOf(engine, name, folder);
  await Promise.all(containers.map(({ id }) => remove(engine, `/containers/${id}?force=true&v=true`)));
  const which = filters(name, folder);
  const networks = JSON.parse(await get(engine, `/networks?filters=${which}`)) as { Id: string }[];
  const { Volumes } = JSON.parse(await get(engine, `/volumes?filters=${which}`)) as {
    Volumes: { Name: string }[] | null;
  };
  const volumes = Volumes ?? [];
  await Promise.all([
    ...networks.map(({ Id }) => remove(engine, `/networks/${Id}`)),
    ...volumes.map(({ Name }) => remove(engine, `/volumes/${encodeURIComponent(Name)}`)),
  ]);
  return containers.length + networks.length + volumes.length;
}

function filters(name: string, folder: string | undefined): string {
  const label = [`${LAB}=${name}`, ...(folder === undefined ? [] : [`${LAB_DIR}=${folder}`])];
  return encodeURIComponent(JSON.stringify({ label }));
}

async function get(engine: Endpoint, path: string): Promise<string> {
  const { status, body } = await ask(engine, "GET", path, ASK_BOUND_MS);
  if (status !== 200) throw new Error(`the Docker engine answers ${status} to ${path}: ${body}`);
  return body;
}

/** What somebody else is removing, or has removed, is none of our business. */
async function remove(engine: Endpoint, path: string): Promise<void> {
  const { status, body } = await ask(engine, "DELETE", path, REMOVE_BOUND_MS);
  if (status >= 400 && status !== 404 && status !== 409)
    throw new Error(`the Docker engine answers ${status} to DELETE ${path}: ${body}`);
}

/** The containers of this project: how they are marked, and removing those whose run has been killed. */
import { ask, type Endpoint } from "./engine";
import { isDead, thisOwner, type Owner } from "../owner";

const RUN = "tp-mqtt.run";
const PLACE = "tp-mqtt.owner.place";
export const PID = "tp-mqtt.owner.pid";
const STARTED = "tp-mqtt.owner.started";
const ASK_BOUND_MS = 5_000;

export interface Listed {
  readonly Id: string;
  readonly Labels: Record<string, string>;
}

/** Labels that say which run of which process a container belongs to. */
export function ownerLabels(run: string): Record<string, string> {
  const owner = thisOwner();
  return { [RUN]: run, [PLACE]: owner.place, [PID]: String(owner.pid), [STARTED]: owner.started };
}

/** Removes every container of `run`, running or not, with its volumes. */
export async function removeRun(engine: Endpoint, run: string): Promise<void> {
  await remove(engine, await labelled(engine, `${RUN}=${run}`));
}

/** Removes the containers whose owner is known to be dead. */
export async function sweepContainers(engine: Endpoint): Promise<void> {
  const left = (await labelled(engine, RUN)).filter(({ Labels }) => isDead(ownerIn(Labels)));
  await remove(engine, left);
}

function ownerIn(labels: Record<string, string>): Owner {
  return { place: labels[PLACE] ?? "", pid: Number(labels[PID]), started: labels[STARTED] ?? "" };
}

/** Containers with this label (`name` or `name=value`), running or not. */
export async function labelled(engine: Endpoint, label: string): Promise<Listed[]> {
  const filters = encodeURIComponent(JSON.stringify({ label: [label] }));
  const { status, body } = await ask(
    engine,
    "GET",
    `/containers/json?all=true&filters=${filters}`,
    ASK_BOUND_MS,
  );
  return status === 200 ? (JSON.parse(body) as Listed[]) : [];
}

async function remove(engine: Endpoint, containers: readonly Listed[]): Promise<void> {
  await Promise.all(containers.map(({ Id }) => removeOne(engine, Id)));
}

/** Resolves when it is gone, also when somebody else is removing it already (409). */
async function removeOne(engine: Endpoint, id: string): Promise<void> {
  const { status } = await ask(engine, "DELETE", `/containers/${id}?force=true&v=true`, ASK_BOUND_MS);
  if (status === 409) await ask(engine, "POST", `/containers/${id}/wait?condition=removed`, ASK_BOUND_MS);
}

/** Removing a lab: `lab down`, and what a `lab up` that did not get to its end had made. */
import type { Endpoint } from "../target/docker/engine";
import type { LabFolder } from "./folder";
import { HANDOUT } from "./handout/handout";
import { removeMade } from "./made";

export interface Removed {
  /** Containers, networks and volumes that there were. */
  readonly objects: number;
  /** Whether something that is not ours, or that was to be kept, is still in the lab's folder. */
  readonly folderStays: boolean;
}

/** @param keepHandout leaves the files of `handout/` where they are */
export async function removeLab(
  engine: Endpoint,
  folder: LabFolder,
  name: string,
  keepHandout = false,
): Promise<Removed> {
  const objects = await removeMade(engine, name, folder.path);
  const folderStays = await folder.remove((file) => keepHandout && file.startsWith(`${HANDOUT}/`));
  return { objects, folderStays };
}

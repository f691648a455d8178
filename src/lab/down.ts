/** `lab down`: removes everything that `lab up` made, and nothing else. */
import { needEngine } from "./engine";
import { LabFolder } from "./folder";
import { removeMade } from "./made";
import { removeLab, type Removed } from "./stop";

export interface DownOptions {
  readonly folder: string;
  /** Of a lab whose folder is gone: then everything of that name is removed, from whatever folder it was started. */
  readonly name?: string | undefined;
  readonly keepHandout?: boolean;
}

export interface Downed extends Removed {
  readonly name: string;
}

/** @returns undefined when there was nothing to remove */
export async function down({
  folder: path,
  name,
  keepHandout = false,
}: DownOptions): Promise<Downed | undefined> {
  const folder = new LabFolder(path);
  // Someone who names a lab may not have its folder any more, or have it damaged.
  const state = name === undefined ? await folder.state() : undefined;
  const engine = await needEngine();
  if (state !== undefined) {
    const removed = await removeLab(engine, folder, state.settings.name, keepHandout);
    return { name: state.settings.name, ...removed };
  }
  if (name === undefined) return undefined;
  const objects = await removeMade(engine, name);
  return objects === 0 ? undefined : { name, objects, folderStays: false };
}

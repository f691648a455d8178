/** A lab's folder: what it is, its keys, what is handed out. Every file in it that we made is listed in `state.json`. */
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, readFile, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { LabError } from "./error";
import type { LabSettings } from "./settings";

const STATE = "state.json";
/** Folders in it that the containers see. */
const MOUNTED = ["broker", "ssh"];
/** Who runs the containers when root starts the lab: an ordinary user, whom no package has made. */
const CONTAINER_ID = 61883;

export interface LabState {
  readonly version: 1;
  readonly settings: LabSettings;
  /** Names that the certificate was made for. */
  readonly certified: readonly string[];
  /** Paths in the folder, of files that we made; written down before they are made. */
  readonly files: readonly string[];
  /** Whether the folder itself is ours. */
  readonly ours: boolean;
}

export interface WriteOptions {
  /** Only its owner may read it. */
  readonly secret?: boolean;
}

/** User and group of the containers' processes: who owns the files that they read, so that these can be 0600. */
export interface Identity {
  readonly uid: number;
  readonly gid: number;
}

export function identity(): Identity {
  const [uid, gid] = [process.getuid?.() ?? CONTAINER_ID, process.getgid?.() ?? CONTAINER_ID];
  return uid === 0 ? { uid: CONTAINER_ID, gid: CONTAINER_ID } : { uid, gid };
}

export class LabFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = resolve(path);
  }

  file(name: string): string {
    return join(this.path, name);
  }

  has(name: string): boolean {
    return existsSync(this.file(name));
  }

  async text(name: string): Promise<string> {
    return await readFile(this.file(name), "utf8");
  }

  /** Undefined where there is no lab. */
  async state(): Promise<LabState | undefined> {
    const text = await readFile(this.file(STATE), "utf8").catch(() => undefined);
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text) as LabState;
    } catch (cause) {
      throw new LabError(unreadableState(this.file(STATE)), { cause });
    }
  }

  /** Makes the folder, or takes it as it is, and writes down what lab it is for. */
  async begin(settings: LabSettings): Promise<LabState> {
    const before = await this.state();
    const there = before === undefined ? await readdir(this.path).catch(() => []) : [];
    // What an earlier lab handed out may have been kept.
    if (there.some((name) => name !== "handout")) throw new LabError(notEmpty(this.path));
    const made = await mkdir(this.path, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
      throw new LabError(cannotWrite(this.path), { cause });
    });
    const ours = before?.ours ?? made !== undefined;
    const state = { certified: [], files: [], ...before, version: 1 as const, settings, ours };
    await this.save(state);
    return state;
  }

  async save(state: LabState): Promise<void> {
    await replace(this.file(STATE), `${JSON.stringify(state, undefined, 2)}\n`, 0o600);
  }

  async write(name: string, content: string, { secret = false }: WriteOptions = {}): Promise<void> {
    const state = await this.state();
    if (state === undefined) throw new Error(`${this.path} has no state`);
    if (!state.files.includes(name)) await this.save({ ...state, files: [...state.files, name] });
    const [part = ""] = name.split("/");
    const mounted = MOUNTED.includes(part);
    const made = await mkdir(dirname(this.file(name)), { recursive: true, mode: mounted ? 0o700 : 0o755 });
    await replace(this.file(name), content, secret ? 0o600 : 0o644);
    if (!mounted) return;
    if (made !== undefined) await give(made);
    await give(this.file(name));
  }

  /** Removes one file that we made. */
  async drop(name: string): Promise<void> {
    await rm(this.file(name), { force: true });
  }

  /**
   * Removes what we made, and the folders that are empty then.
   *
   * @param keep whether a file stays
   * @returns whether anything is left
   */
  async remove(keep: (name: string) => boolean = () => false): Promise<boolean> {
    const { files, ours } = (await this.state()) ?? { files: [], ours: false };
    const names = files.filter((name) => !keep(name));
    await Promise.all(
      names.flatMap((name) => [name, `${name}.new`]).map((name) => rm(this.file(name), { force: true })),
    );
    const folders = new Set(files.map((name) => dirname(name)).filter((name) => name !== "."));
    for (const folder of folders) await rmdir(this.file(folder)).catch(() => undefined);
    await rm(this.file(STATE), { force: true });
    if (ours) await rmdir(this.path).catch(() => undefined);
    return ours && existsSync(this.path);
  }
}

/** A file that is there keeps its mode, and whoever has it open reads on: a new one takes its place. */
async function replace(path: string, content: string, mode: number): Promise<void> {
  const fresh = `${path}.new`;
  await rm(fresh, { force: true });
  await writeFile(fresh, content, { mode, flag: "wx" }).catch((cause: unknown) => {
    throw new LabError(cannotWrite(path), { cause });
  });
  await chmod(fresh, mode);
  await rename(fresh, path);
}

/** What root made belongs to those who run the containers. */
async function give(path: string): Promise<void> {
  const { uid, gid } = identity();
  if (process.getuid?.() === 0) await chown(path, uid, gid);
}

function notEmpty(path: string) {
  return {
    en: `${path} has files in it and is no lab; name another folder with --dir.`,
    fr: `${path} contient des fichiers et n’est pas un lab ; indiquez un autre dossier avec --dir.`,
  };
}

function cannotWrite(path: string) {
  return {
    en: `${path} cannot be written; name another folder with --dir.`,
    fr: `${path} ne peut pas être écrit ; indiquez un autre dossier avec --dir.`,
  };
}

function unreadableState(path: string) {
  return {
    en: `${path} is damaged; remove the lab with tp-mqtt lab down --name NAME, then this folder by hand.`,
    fr: `${path} est endommagé ; supprimez le lab avec tp-mqtt lab down --name NOM, puis ce dossier à la main.`,
  };
}

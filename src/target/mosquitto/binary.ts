/** Finding the `mosquitto` program on this machine. */
import { execFile } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where packages put it without putting it on an ordinary user's PATH. */
const SYSTEM_FOLDERS = ["/usr/sbin", "/usr/local/sbin", "/opt/homebrew/sbin"];

export interface Binary {
  readonly path: string;
  /** `2.0.11`, as the program says itself. */
  readonly version: string;
}

/** The first `mosquitto` that runs, of PATH and the system's folders. */
export async function findMosquitto(env: NodeJS.ProcessEnv = process.env): Promise<Binary | undefined> {
  const folders = [...(env.PATH ?? "").split(delimiter).filter((folder) => folder !== ""), ...SYSTEM_FOLDERS];
  const paths = [...new Set(folders.map((folder) => join(folder, "mosquitto")))].filter(isProgram);
  for (const path of paths) {
    const version = await askVersion(path);
    if (version !== undefined) return { path, version };
  }
  return undefined;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** What each program said of itself: a run of many brokers asks it once. */
const asked = new Map<string, Promise<string | undefined>>();

function askVersion(path: string): Promise<string | undefined> {
  const { dev, ino, size, mtimeMs } = statSync(path);
  // A program that was replaced meanwhile is another one.
  const program = [path, dev, ino, size, mtimeMs].join(" ");
  const version = asked.get(program) ?? ask(path);
  asked.set(program, version);
  // Silence may be a busy machine's: it is asked again.
  void version.then((said) => said ?? asked.delete(program));
  return version;
}

/** The first line of `mosquitto -h`, whose exit status differs between versions. */
function ask(path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(path, ["-h"], { timeout: 5000 }, (_error, stdout, stderr) => {
      resolve(/^mosquitto version (\S+)/m.exec(stdout + stderr)?.[1]);
    });
  });
}

/** Finding tshark on this machine. */
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { noTshark } from "./error";

/** Where Wireshark's installers put it without putting it on PATH. */
const FOLDERS = [
  "C:\\Program Files\\Wireshark",
  "C:\\Program Files (x86)\\Wireshark",
  "/Applications/Wireshark.app/Contents/MacOS",
  "/opt/homebrew/bin",
  "/usr/local/bin",
];

/**
 * Path of the first tshark, of PATH and of the usual folders.
 * @throws CaptureError that says how to install it
 */
export function findTshark(env: NodeJS.ProcessEnv = process.env): string {
  const name = process.platform === "win32" ? "tshark.exe" : "tshark";
  const onPath = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const found = [...onPath, ...FOLDERS].map((folder) => join(folder, name)).find(isProgram);
  if (found === undefined) throw noTshark();
  return found;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

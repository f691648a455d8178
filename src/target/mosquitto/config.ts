/** The broker's configuration: one file for the container and the native broker, and how a caller departs from it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const OWN_FILE = join(__dirname, "../../../docker/mosquitto.conf");

/** The configuration that the house plays on, `docker/mosquitto.conf`. */
export function houseConfig(): string {
  return readFileSync(OWN_FILE, "utf8");
}

/** `log_type` of `log_type all`. */
const option = (line: string) => line.trim().split(/\s/, 1)[0] ?? "";
const settings = (text: string) =>
  text.split(/\r?\n/).filter((line) => line.trim() !== "" && !line.trimStart().startsWith("#"));

/**
 * The house's configuration with `listener` lines of the caller's choice and with `extra` lines. An extra line whose
 * option the house sets too takes its place, since most options may be given only once and `log_type` accumulates.
 *
 * @param listeners what follows the word `listener`: `"1883"`, `"40123 127.0.0.1"`
 * @param extra whole lines of mosquitto.conf(5); those after a `listener` line belong to that listener
 */
export function brokerConfig(listeners: readonly string[], extra: readonly string[] = []): string {
  const replaced = new Set(["listener", ...extra.map(option)]);
  const kept = settings(houseConfig()).filter((line) => !replaced.has(option(line)));
  return [...kept, ...listeners.map((listener) => `listener ${listener}`), ...extra, ""].join("\n");
}

/**
 * Whether a broker with this configuration will write "mosquitto version X running" where we read, so that its log can
 * be waited for.
 */
export function announcesReadiness(config: string): boolean {
  const values = (name: string) =>
    settings(config)
      .filter((line) => option(line) === name)
      .map((line) => line.trim().slice(name.length).trim());
  const types = values("log_type");
  const informs = types.length === 0 || types.includes("all") || types.includes("information");
  const destinations = values("log_dest");
  return (
    informs &&
    (destinations.length === 0 || destinations.includes("stderr")) &&
    !destinations.includes("none")
  );
}

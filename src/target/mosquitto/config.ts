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

/** The broker's second listener, where MQTT goes inside TLS. */
export interface TlsListener {
  /** What follows the word `listener`: `"8883"`, `"40124 127.0.0.1"`. */
  readonly listener: string;
  /** Path of the certificate, as the broker sees it. */
  readonly certificate: string;
  /** Path of the private key, as the broker sees it. */
  readonly key: string;
  /** Whole lines of mosquitto.conf(5) that belong to this listener: `tls_version tlsv1.2`, `require_certificate true`. */
  readonly extra?: readonly string[];
}

/**
 * The house's configuration with `listener` lines of the caller's choice and with `extra` lines. An extra line whose
 * option the house sets too takes its place, since most options may be given only once and `log_type` accumulates.
 *
 * @param listeners what follows the word `listener`: `"1883"`, `"40123 127.0.0.1"`
 * @param extra whole lines of mosquitto.conf(5); those that are about a listener belong to the last one
 * @param tls left out where `extra` has listeners of its own (see `hasListeners`)
 */
export function brokerConfig(
  listeners: readonly string[],
  extra: readonly string[] = [],
  tls?: TlsListener,
): string {
  const replaced = new Set(["listener", ...extra.map(option)]);
  const kept = settings(houseConfig()).filter((line) => !replaced.has(option(line)));
  const plain = listeners.map((listener) => `listener ${listener}`);
  // First, so that the extra lines go on belonging to the listener that exercises are played on.
  const secured = tls === undefined || hasListeners(extra) ? [] : tlsLines(tls);
  return [...kept, ...secured, ...plain, ...extra, ""].join("\n");
}

/** Whether these lines open listeners themselves: what listens where is then their affair alone. */
export function hasListeners(extra: readonly string[]): boolean {
  return extra.some((line) => option(line) === "listener");
}

function tlsLines({ listener, certificate, key, extra = [] }: TlsListener): string[] {
  const replaced = new Set(extra.map(option));
  const own = [`certfile ${certificate}`, `keyfile ${key}`].filter((line) => !replaced.has(option(line)));
  return [`listener ${listener}`, ...own, ...extra];
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

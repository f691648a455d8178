/** The few lines of Mosquitto's log that tell a starter how the start went. */

// A line may begin with any time stamp, or with none, so nothing here looks at its beginning.
const STARTED = /mosquitto version (\S+) (starting|running)\s*$/m;
const RUNNING = /mosquitto version \S+ running\s*$/m;
const ERROR = /(?:^|: )((?:Error|OpenSSL Error)\b.*)$/;

/** Version of the broker that wrote this log, once it has said so. */
export function versionIn(log: string): string | undefined {
  return STARTED.exec(log)?.[1];
}

/** Written once every listener is open; Mosquitto 1.6.11 and later. */
export function saysRunning(log: string): boolean {
  return RUNNING.test(log);
}

/** Whether a broker of this version writes the line that `saysRunning` looks for. */
export function writesRunning(version: string): boolean {
  const [major = 0, minor = 0, patch = 0] = version.split(/[.-]/).map(Number);
  return major !== 1 || minor > 6 || (minor === 6 && patch >= 11);
}

/** The broker's own words on why it did not start, without time stamps: at most the first two error lines. */
export function errorIn(log: string): string | undefined {
  const lines = log.split(/\r?\n/);
  const errors = lines.map((line) => ERROR.exec(line)?.[1]).filter((line) => line !== undefined);
  const words = errors.length > 0 ? errors.slice(0, 2) : lines.filter((line) => line.trim() !== "").slice(-1);
  return words.length > 0 ? words.join(" ") : undefined;
}

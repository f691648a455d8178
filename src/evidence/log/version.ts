/** Versions of the broker, as far as its log depends on them. */

/** `2.0.11` as a number that sorts as versions do; what follows the numbers (`-rc1`, `~deb12`) does not count. */
export function versionNumber(version: string): number {
  const [major = 0, minor = 0, patch = 0] = version.split(/[^0-9]+/, 3).map(Number);
  return (major * 1000 + minor) * 1000 + patch;
}

/** The `p` that this version logs for a protocol level: renumbered in 2.1.0, absent before 1.6. */
export function protocolNumber(level: number, version: string): number | undefined {
  const number = versionNumber(version);
  if (number < versionNumber("1.6.0")) return undefined;
  if (number >= versionNumber("2.1.0")) return level;
  return { 3: 1, 4: 2 }[level] ?? level;
}

/** Whether `version` is `least` or newer. */
export function atLeast(version: string, least: string): boolean {
  return versionNumber(version) >= versionNumber(least);
}

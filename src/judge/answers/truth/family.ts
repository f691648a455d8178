/** Versions that behave alike in what the facts are about: `2.0` of `2.0.11`. */
export function familyOf(version: string): string | undefined {
  return /^\d+\.\d+(?=\.\d|$)/.exec(version)?.[0];
}

/** An input as a failure shows it. */

const SHOWN = 4000;

/** JSON with bytes in hexadecimal. */
export function shown(input: unknown): string {
  const text = JSON.stringify(input, function (this: Record<string, unknown>, key, value: unknown) {
    const bytes = this[key];
    return bytes instanceof Uint8Array ? Buffer.from(bytes).toString("hex") : value;
  });
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}… (${text.length} characters)` : text;
}

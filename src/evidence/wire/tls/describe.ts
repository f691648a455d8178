/** A TLS record in one line, for people. */

const CONTENT: Readonly<Record<number, string>> = {
  20: "Change Cipher Spec",
  21: "Alert",
  22: "Handshake",
  23: "Application Data",
};

/** @param raw one record, header included (RFC 8446, section 5.1) */
export function describeRecord(raw: Buffer): string {
  const type = raw[0] ?? 0;
  return `${CONTENT[type] ?? `record type ${type}`}, ${raw.length - 5} bytes`;
}

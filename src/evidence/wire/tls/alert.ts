/** Alerts that can be read (RFC 8446, section 6). */
import { alertDescription, alertLevel } from "./names";
import { ALERT, RECORD_HEADER } from "./records";

export interface Alert {
  /** `warning` or `fatal`. */
  readonly level: string;
  readonly description: number;
  /** `unknown_ca` */
  readonly name: string;
}

/**
 * @param raw one record, header included
 * @returns undefined for other records, and for an encrypted alert, which is longer than its two bytes
 */
export function alertOf(raw: Buffer): Alert | undefined {
  if (raw[0] !== ALERT || raw.length !== RECORD_HEADER + 2) return undefined;
  const description = raw.readUInt8(RECORD_HEADER + 1);
  return {
    level: alertLevel(raw.readUInt8(RECORD_HEADER)),
    description,
    name: alertDescription(description),
  };
}

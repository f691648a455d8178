/** A journal is published with a run's reports: the password that a client logs in with must not stand in it. */

/**
 * @param raw bytes that a client sent
 * @param password what must not be recorded
 * @returns the bytes, each copy of the password that stands in a field of its own (its length before it, MQTT-1.5.3)
 *   overwritten with as many asterisks, so that every length still holds; `raw` itself when there is none
 */
export function masked(raw: Buffer, password: string | undefined): Buffer {
  if (password === undefined || password === "") return raw;
  const secret = Buffer.from(password);
  const field = Buffer.concat([Buffer.from([secret.length >> 8, secret.length & 0xff]), secret]);
  let found = raw.indexOf(field);
  if (found < 0) return raw;
  const copy = Buffer.from(raw);
  for (; found >= 0; found = raw.indexOf(field, found + field.length))
    copy.fill("*", found + 2, found + field.length);
  return copy;
}

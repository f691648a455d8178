/** SUBSCRIBE and PUBLISH written byte by byte, since no client library would write what the standard forbids. */

/** SUBSCRIBE with one filter at QoS 0 (clause 3.8). */
export function subscribeBytes(packetId: number, filter: string): Buffer {
  return framed(0x82, [uint16(packetId), string(filter), Buffer.of(0)]);
}

/** PUBLISH at QoS 0, not retained (clause 3.3). */
export function publishBytes(topic: string, payload: Buffer): Buffer {
  return framed(0x30, [string(topic), payload]);
}

function framed(first: number, parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const length: number[] = [];
  for (let rest = body.length; length.length === 0 || rest > 0; rest = rest >>> 7) {
    length.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
  }
  return Buffer.concat([Buffer.of(first, ...length), body]);
}

function string(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([uint16(bytes.length), bytes]);
}

function uint16(value: number): Buffer {
  return Buffer.of(value >> 8, value & 0xff);
}

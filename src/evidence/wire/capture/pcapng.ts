/** Frames as a capture file: pcapng (IETF opsawg draft), the format that Wireshark writes. */
import { inLang, type Lang } from "../../../words/text";
import type { Frame } from "./frames";
import { packetBytes } from "./packet-bytes";

export interface CaptureHead {
  /** What wrote the capture: `tp-mqtt 0.1.0`. */
  readonly application: string;
  /** What the capture shows, lines separated by line feeds. */
  readonly comment: string;
  /** Wall clock at the journal's zero, milliseconds since 1970. */
  readonly startedAt: number;
  /** Language of the frames' comments. */
  readonly lang: Lang;
}

const SECTION_HEADER = 0x0a0d0d0a;
const INTERFACE = 1;
const ENHANCED_PACKET = 6;

const COMMENT = 1;
const USER_APPLICATION = 4;
const INTERFACE_NAME = 2;
const TIME_RESOLUTION = 9;
/** Times count microseconds. */
const MICROSECONDS = 6;
const ETHERNET = 1;

/** Blocks are handed over together once they come to so many bytes. */
const CHUNK = 1 << 16;

/** The file, in pieces of some 64 kB. */
export function* pcapng(frames: Iterable<Frame>, head: CaptureHead): Generator<Buffer> {
  let [pieces, size] = [[sectionHeader(head), interfaceDescription()], 0];
  for (const frame of frames) {
    const block = enhancedPacket(frame, head);
    pieces.push(block);
    size += block.length;
    if (size < CHUNK) continue;
    yield Buffer.concat(pieces);
    [pieces, size] = [[], 0];
  }
  if (pieces.length > 0) yield Buffer.concat(pieces);
}

function sectionHeader({ application, comment }: CaptureHead): Buffer {
  const body = Buffer.alloc(16);
  body.writeUInt32LE(0x1a2b3c4d, 0);
  body.writeUInt16LE(1, 4);
  // Length of the section: not given, since it is written as it goes.
  body.fill(0xff, 8);
  const options = [option(USER_APPLICATION, Buffer.from(application)), option(COMMENT, Buffer.from(comment))];
  return block(SECTION_HEADER, [body, ...options, END]);
}

function interfaceDescription(): Buffer {
  const body = Buffer.alloc(8);
  body.writeUInt16LE(ETHERNET, 0);
  const options = [
    option(INTERFACE_NAME, Buffer.from("lo")),
    option(TIME_RESOLUTION, Buffer.from([MICROSECONDS])),
  ];
  return block(INTERFACE, [body, ...options, END]);
}

function enhancedPacket(frame: Frame, { startedAt, lang }: CaptureHead): Buffer {
  const packet = packetBytes(frame.segment, frame.number);
  // Some 10^15: a number holds it exactly.
  const time = Math.max(0, Math.round((startedAt + frame.at) * 1000));
  const body = Buffer.alloc(20);
  body.writeUInt32LE(Math.floor(time / 2 ** 32), 4);
  body.writeUInt32LE(time % 2 ** 32, 8);
  body.writeUInt32LE(packet.length, 12);
  body.writeUInt32LE(packet.length, 16);
  const comment =
    frame.comment === undefined ? [] : [option(COMMENT, Buffer.from(inLang(frame.comment, lang))), END];
  return block(ENHANCED_PACKET, [body, padded(packet), ...comment]);
}

/** End of options. */
const END = Buffer.alloc(4);

/** An option's length has 16 bits; a longer comment is cut. */
function option(code: number, value: Buffer): Buffer {
  const kept = value.subarray(0, 0xfffc);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(code, 0);
  head.writeUInt16LE(kept.length, 2);
  return Buffer.concat([head, padded(kept)]);
}

function block(type: number, parts: readonly Buffer[]): Buffer {
  const length = 12 + parts.reduce((sum, part) => sum + part.length, 0);
  const head = Buffer.alloc(8);
  head.writeUInt32LE(type, 0);
  head.writeUInt32LE(length, 4);
  return Buffer.concat([head, ...parts, head.subarray(4)]);
}

/** To a multiple of four bytes. */
function padded(bytes: Buffer): Buffer {
  const missing = -bytes.length & 3;
  return missing === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(missing)]);
}

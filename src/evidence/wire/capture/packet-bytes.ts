/** A segment as the bytes of an Ethernet frame on loopback: what a capture of Linux's `lo` holds. */
import type { Side } from "../rules";
import { RST, SYN, type Segment } from "./segment";

const ETHERNET = 14;
const IPV4 = 20;
const TCP = 20;

/** 127.0.0.1 */
const LOOPBACK = 0x7f000001;
const DONT_FRAGMENT = 0x4000;
const TTL = 64;
const PROTOCOL_TCP = 6;

/** What SYN announces: segments as large as loopback takes, and the largest window there is (RFC 7323, section 2.2). */
const SYN_OPTIONS = Buffer.from([2, 4, 0xff, 0xd7, 1, 3, 3, 14]);
const WINDOW = 0xffff;

/** @param identification of the IPv4 packet; its low 16 bits are taken */
export function packetBytes(segment: Segment, identification: number): Buffer {
  const options = segment.flags & SYN ? SYN_OPTIONS : Buffer.alloc(0);
  const header = TCP + options.length;
  const bytes = Buffer.alloc(ETHERNET + IPV4 + header + segment.payload.length);
  bytes.writeUInt16BE(0x0800, 12);
  writeIp(bytes.subarray(ETHERNET), identification);
  const tcp = bytes.subarray(ETHERNET + IPV4);
  options.copy(tcp, TCP);
  segment.payload.copy(tcp, header);
  writeTcp(tcp, segment, header);
  return bytes;
}

function writeIp(ip: Buffer, identification: number): void {
  ip[0] = 0x45;
  ip.writeUInt16BE(ip.length, 2);
  ip.writeUInt16BE(identification & 0xffff, 4);
  ip.writeUInt16BE(DONT_FRAGMENT, 6);
  ip[8] = TTL;
  ip[9] = PROTOCOL_TCP;
  ip.writeUInt32BE(LOOPBACK, 12);
  ip.writeUInt32BE(LOOPBACK, 16);
  ip.writeUInt16BE(checksum(ip.subarray(0, IPV4), 0), 10);
}

function writeTcp(tcp: Buffer, { from, ports, seq, ack, flags }: Segment, header: number): void {
  const to: Side = from === "client" ? "broker" : "client";
  tcp.writeUInt16BE(ports[from], 0);
  tcp.writeUInt16BE(ports[to], 2);
  tcp.writeUInt32BE(seq, 4);
  tcp.writeUInt32BE(ack, 8);
  tcp[12] = (header / 4) << 4;
  tcp[13] = flags;
  tcp.writeUInt16BE(flags & RST ? 0 : WINDOW, 14);
  tcp.writeUInt16BE(checksum(tcp, PSEUDO_HEADER + tcp.length), 16);
}

/** Sum of the pseudo header but for the length (RFC 9293, section 3.1): both addresses, and the protocol. */
const PSEUDO_HEADER = 2 * ((LOOPBACK >>> 16) + (LOOPBACK & 0xffff)) + PROTOCOL_TCP;

/** The Internet checksum (RFC 1071), with `sum` carried in. */
function checksum(bytes: Buffer, sum: number): number {
  const even = bytes.length & ~1;
  for (let i = 0; i < even; i += 2) sum += ((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0);
  if (even < bytes.length) sum += (bytes[even] ?? 0) << 8;
  while (sum > 0xffff) sum = (sum & 0xffff) + Math.floor(sum / 0x10000);
  return ~sum & 0xffff;
}

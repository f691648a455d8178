/** A look at a capture before tshark gets it: what tshark takes for one is more than what a person would. */
import { open, stat } from "node:fs/promises";
import { CaptureError, notACapture, tooLarge, unreadable } from "./error";

/** tshark's names of the formats that are read. Without one it would take any picture or web page for a capture. */
type Format = "Wireshark/... - pcapng" | "Wireshark/tcpdump/... - pcap";

/** The first four bytes, as either byte order has them. */
const MAGIC: Readonly<Record<string, Format>> = {
  "0a0d0d0a": "Wireshark/... - pcapng",
  a1b2c3d4: "Wireshark/tcpdump/... - pcap",
  d4c3b2a1: "Wireshark/tcpdump/... - pcap",
  a1b23c4d: "Wireshark/tcpdump/... - pcap",
  "4d3cb2a1": "Wireshark/tcpdump/... - pcap",
};

/**
 * @param most bytes that a capture may have
 * @throws CaptureError when the file cannot be read, is no capture, or has more
 */
export async function formatOf(file: string, most: number): Promise<Format> {
  try {
    return await look(file, most);
  } catch (error) {
    if (error instanceof CaptureError) throw error;
    throw unreadable(file, (error as NodeJS.ErrnoException).code ?? String(error));
  }
}

async function look(file: string, most: number): Promise<Format> {
  const stats = await stat(file);
  if (stats.isDirectory()) throw unreadable(file, "EISDIR");
  // A pipe would be read by the look, and might never come to an end.
  if (!stats.isFile()) throw notACapture(file);
  const format = MAGIC[await magicOf(file)];
  if (format === undefined) throw notACapture(file);
  if (stats.size > most) throw tooLarge(file, stats.size, most);
  return format;
}

async function magicOf(file: string): Promise<string> {
  await using handle = await open(file);
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
  return buffer.toString("hex", 0, bytesRead);
}

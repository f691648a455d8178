/** What Wireshark remarks on a capture by itself: its expert information. */
import type { Text } from "../../../words/text";
import { failed } from "./error";
import { run, type ReadOptions } from "./run";

export interface Remark {
  /** From 1. */
  readonly frame: number;
  readonly severity: Severity;
  /** As Wireshark names it: `Malformed`, `Sequence`, `Checksum`. */
  readonly group: string;
  readonly text: string;
}

export type Severity = "note" | "warning" | "error";

export interface Remarks {
  readonly remarks: readonly Remark[];
  /** Why not all of the capture was read. */
  readonly incomplete?: Text;
}

/** Wireshark's numbers (epan/proto.h); comments and the chat of TCP stand below. */
const SEVERITIES: Readonly<Record<number, Severity>> = {
  0x400000: "note",
  0x600000: "warning",
  0x800000: "error",
};

/** Wireshark's names of the groups, in the order of their numbers. */
const GROUPS = [
  "Checksum",
  "Sequence",
  "Response",
  "Request",
  "Undecoded",
  "Reassemble",
  "Malformed",
  "Debug",
  "Protocol",
  "Security",
  "Comment",
  "Decryption",
  "Assumption",
  "Deprecated",
  "Receive",
  "Interface",
  "Dissector bug",
];

/** Between the remarks of one frame; no remark contains it. */
const BETWEEN = "\x1f";

const FIELDS = ["frame.number", "_ws.expert.severity", "_ws.expert.group", "_ws.expert.message"];

/**
 * Notes, warnings and errors, in the order of the frames.
 * @throws CaptureError when tshark is missing, and when the file is no capture
 */
export async function remarks(file: string, options: ReadOptions = {}): Promise<Remarks> {
  const found: Remark[] = [];
  const fields = FIELDS.flatMap((field) => ["-e", field]);
  const shape = ["-T", "fields", "-E", "separator=/t", "-E", `aggregator=${BETWEEN}`, ...fields];
  const args = ["-Y", "_ws.expert.severity >= 0x400000", ...shape];
  const { refusal, ...reading } = await run(file, args, options, (line) => found.push(...remarksIn(line)));
  if (refusal !== undefined) throw failed(file, refusal);
  return { remarks: found, ...reading };
}

/** One frame's line. A frame that has remarks can have comments and chat besides. */
function remarksIn(line: string): Remark[] {
  const [frame, ...columns] = line.split("\t");
  const [severities = [], groups = [], texts = []] = columns.map((column) => column.split(BETWEEN));
  return severities.flatMap((number, i) => {
    const severity = SEVERITIES[Number(number)];
    if (severity === undefined) return [];
    const group = GROUPS[(Number(groups[i]) >>> 24) - 1] ?? "";
    return [{ frame: Number(frame), severity, group, text: texts[i] ?? "" }];
  });
}

/** One piece of evidence as a line that a person can read. */
import type { Entry } from "../evidence/journal/entry";
import { describe } from "../evidence/wire/mqtt/packet";
import type { Quote } from "./results";

/** @returns the entry in words; packets are written in the letters of Mosquitto's log (d, q, r, m) */
export function quote(entry: Entry): Quote {
  const at = Math.round(entry.at * 10) / 10;
  switch (entry.source) {
    case "log":
      return { at, source: "log", text: entry.text };
    case "message":
      return {
        at,
        source: "message",
        text: `${entry.role} ⇐ q${entry.qos} r${entry.retain ? 1 : 0} '${entry.topic}' ${payload(entry.payload)}`,
      };
    case "play":
      return {
        at,
        source: "play",
        text: [entry.event, entry.role, entry.name, entry.text].filter(Boolean).join(" "),
      };
    case "run":
      return { at, source: "play", text: `run ${entry.run}` };
    case "wire":
      return { at, source: "wire", text: `${entry.role} #${entry.connection} ${wire(entry)}` };
  }
}

type Wire = Extract<Entry, { source: "wire" }>;

function wire(entry: Wire): string {
  switch (entry.event) {
    case "packet":
      return `${entry.from === "client" ? "→" : "←"} ${describe(entry.packet)}${entry.withheld ? " ⨯" : ""}`;
    case "bytes":
      return `${entry.from === "client" ? "→" : "←"} ${entry.raw.subarray(0, 16).toString("hex")}`;
    case "opened":
      return "TCP open";
    case "refused":
      return `TCP ${entry.why}`;
    case "closed":
      return `TCP ${entry.how.toUpperCase()} (${entry.by})`;
  }
}

const SHOWN = 40;

function payload(bytes: Buffer): string {
  const text = bytes.subarray(0, SHOWN).toString();
  const readable = /^[^\p{C}\uFFFD]*$/u.test(text);
  const shown = readable ? `“${text}”` : `0x${bytes.subarray(0, SHOWN / 2).toString("hex")}`;
  return bytes.length > SHOWN ? `${shown}… (${bytes.length} bytes)` : shown;
}

/** Records of real connections to Mosquitto, one a line, in `fixtures/wire`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FromSide } from "../handshake";

const FOLDER = join(__dirname, "../../../../../fixtures/wire");

export function recorded(name: "mosquitto-2.0.11-tls12" | "mosquitto-2.0.11-tls13"): readonly FromSide[] {
  const lines = readFileSync(join(FOLDER, `${name}.jsonl`), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => {
    const { from, raw } = JSON.parse(line) as { from: FromSide["from"]; raw: string };
    return { from, raw: Buffer.from(raw, "hex") };
  });
}

/** Every line of real brokers' logs is understood, or known to be of no interest. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseLine } from "./line";
import { LineParser } from "./line-parser";

const FOLDER = join(__dirname, "../../../fixtures/logs");
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".log"));

/** The broker's own lines: without the recording's remarks, which begin with `### ` and may hold a here-document. */
function brokerLines(file: string): string[] {
  let until: string | undefined;
  return readFileSync(join(FOLDER, file), "utf8")
    .split("\n")
    .filter((line) => {
      if (until !== undefined) {
        if (line === until) until = undefined;
        return false;
      }
      if (!line.startsWith("### ")) return true;
      until = /<<(\w+)$/.exec(line)?.[1];
      return false;
    });
}

describe("real logs", () => {
  it("are there", () => {
    expect(files.length).toBeGreaterThan(80);
  });

  it.each(files)("%s has no line that is not understood", (file) => {
    const parser = new LineParser();
    const unknown = brokerLines(file).filter((line) => parser.parse(line).interest === "unknown");
    expect(unknown).toEqual([]);
  });

  it.each(files)(
    "%s reads the same line by line, but for UNSUBSCRIBE's filters of one plain word",
    (file) => {
      const parser = new LineParser();
      for (const raw of brokerLines(file)) {
        const inOrder = parser.parse(raw);
        const alone = parseLine(raw);
        const isPlainFilter = inOrder.event?.kind === "unsubscription" && alone.event === undefined;
        expect(isPlainFilter ? inOrder : alone).toEqual(inOrder);
      }
    },
  );

  it.each(["2.0.11", "2.1.2"])("cuts a topic of 1200 characters where broker %s cut it", (version) => {
    const parser = new LineParser();
    const events = brokerLines(`13-protocol-errors.${version}.log`).map((line) => parser.parse(line).event);
    const cut = events.filter((event) => event?.kind === "packet" && "truncated" in event);
    expect(cut).toEqual([
      expect.objectContaining({ type: "PUBLISH", client: "longt", qos: 0, packetId: 0, truncated: true }),
    ]);
  });
});

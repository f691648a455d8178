import fc from "fast-check";
import { LineParser } from "../../../evidence/log/line-parser";
import { HOSTILE } from "../kinds/testing/judge";
import { isLog, readExcerpt } from "./excerpt";
import { logLines, PLACE, QOS2, written } from "./testing/excerpts";
import { anyText } from "../../../words/testing/any-text";

const PAHO = logLines("02-qos012-paho.2.0.11");

function eventsOf(lines: readonly string[]) {
  const parser = new LineParser();
  return lines.map((line) => parser.parse(line).event);
}

function shown(text: string | readonly string[]) {
  return readExcerpt(written(text)).lines.map(({ event }) => event);
}

/** Breaks lines as a terminal does. */
function wrapped(lines: readonly string[], width: number): string[] {
  return lines.flatMap((line) => line.match(new RegExp(`.{1,${width}}`, "g")) ?? []);
}

/** Breaks lines as a word processor does: at spaces, which are then gone. */
function filled(lines: readonly string[], width: number): string[] {
  return lines.flatMap((line) => {
    const [pieces, words] = [[] as string[], line.split(" ")];
    let piece = words.shift() ?? "";
    for (const word of words) {
      if (piece.length + 1 + word.length <= width) piece += ` ${word}`;
      else {
        pieces.push(piece);
        piece = word;
      }
    }
    return [...pieces, piece];
  });
}

const bare = (line: string) => line.replace(/^\d+: /, "");

/** What pasting does to lines; none of it changes what they say. */
const PASTED: Readonly<Record<string, (lines: readonly string[]) => string>> = {
  "as they are": (lines) => lines.join("\n"),
  "with CRLF": (lines) => lines.join("\r\n"),
  "without time stamps": (lines) => lines.map(bare).join("\n"),
  indented: (lines) => lines.map((line) => `    ${bare(line)}`).join("\n"),
  "indented with TABs": (lines) => lines.map((line) => `\t${bare(line)}`).join("\n"),
  "with spaces for TABs": (lines) => lines.join("\n").replaceAll("\t", "    "),
  "with TABs lost": (lines) => lines.join("\n").replaceAll("\t", ""),
  "as paragraphs": (lines) => lines.join("\n\n"),
  numbered: (lines) => lines.map((line, i) => `${String(i + 1).padStart(5)}  ${line}`).join("\n"),
  "as a numbered list without time stamps": (lines) =>
    lines.map((line, i) => `${i + 1}. ${bare(line)}`).join("\n"),
  quoted: (lines) => lines.map((line) => `> ${line}`).join("\n"),
  "with typographic signs": (lines) => lines.join("\n").replaceAll("'", "’").replaceAll("...", "…"),
  "as HTML": (lines) =>
    lines.map((line) => `<p>${line.replaceAll("'", "&#39;").replaceAll(" ", "&nbsp;")}</p>`).join("\n"),
  "as HTML on one line": (lines) => lines.join("<br/>"),
  "with dates": (lines) =>
    lines.map((line) => line.replace(/^\d+/, (s) => new Date(Number(s) * 1000).toISOString())).join("\n"),
  "from Compose": (lines) => lines.map((line) => `mosquitto-1  | ${line}`).join("\n"),
  "from docker logs -t": (lines) => lines.map((line) => `2026-11-23T08:00:01.1234Z ${line}`).join("\n"),
  "from grep -n": (lines) => lines.map((line, i) => `mosquitto.log:${i}:${line}`).join("\n"),
  "in a fence, behind a prompt": (lines) =>
    ["```", "$ tail -f mosquitto.log", ...lines, "[...]", "```"].join("\n"),
};

describe("an excerpt", () => {
  it.each(Object.entries(PASTED))("%s says what the log says", (_name, paste) => {
    expect(shown(paste(PAHO))).toEqual(eventsOf(PAHO));
  });

  it.each([132, 100, 80, 72, 60])("broken by a terminal of %d columns is put together again", (width) => {
    const { lines, strange, wraps } = readExcerpt(written(wrapped(PAHO, width)));
    expect(lines.map(({ event }) => event)).toEqual(eventsOf(PAHO));
    expect(strange).toEqual([]);
    expect(wraps.length > 0).toBe(width < 132);
  });

  it.each([100, 80, 72, 60])("broken at spaces before %d columns is put together again", (width) => {
    expect(shown(filled(PAHO, width))).toEqual(eventsOf(PAHO));
  });

  it("tells where its lines stand, and what was left out", () => {
    const [first = "", second = ""] = QOS2;
    const { lines, strange } = readExcerpt(written(["Voici le log :", "", `  ${first}`, second, "et voilà"]));
    expect(lines.map(({ line, column }) => [line, column])).toEqual([
      [PLACE.line + 2, PLACE.column + 2],
      [PLACE.line + 3, PLACE.column],
    ]);
    expect(strange.map(({ line, text }) => [line, text])).toEqual([
      [PLACE.line, "Voici le log :"],
      [PLACE.line + 4, "et voilà"],
    ]);
  });

  it("knows a PUBLISH whose end is missing, and that it is", () => {
    const { lines } = readExcerpt(written("1: Received PUBLISH from a (d0, q1, r0, m7, 'p/q', ..."));
    expect(lines).toMatchObject([{ event: { type: "PUBLISH", qos: 1, packetId: 7 }, cut: true }]);
  });

  it("passes over what a broker says that is of no interest", () => {
    const { lines, strange } = readExcerpt(written("1: Note: It is recommended to replace `a` with `b`."));
    expect([lines, strange]).toEqual([[], []]);
  });

  it("does not join a line with what is none", () => {
    const { lines, strange } = readExcerpt(
      written(["1: Received PINGREQ from a", "et ensuite", "1: Client a"]),
    );
    expect(lines).toMatchObject([{ event: { type: "PINGREQ", client: "a" } }]);
    expect(strange).toHaveLength(2);
  });

  it.each([
    "12 0.001 192.168.1.2 192.168.1.3 MQTT 87 Publish Message [test]",
    "PUBLISH, PUBACK",
    "12:26:28.853 → CONNECT (p2, c1, k60) tp-qos-b3426967",
    "Error: something went wrong",
    "mon client 1 topic",
    "",
  ])("is no log: %s", (text) => {
    expect(isLog(readExcerpt(written(text)))).toBe(false);
  });

  it("takes a subscription for one only behind its SUBSCRIBE", () => {
    const grep = ["1: Received SUBSCRIBE from a", "1: a 0 p/q", "1: Sending SUBACK to a"];
    expect(shown(grep)).toMatchObject([{ type: "SUBSCRIBE" }, { filter: "p/q" }, { type: "SUBACK" }]);
    expect(readExcerpt(written(["1: Received PINGREQ from b", "1: a 0 p/q"])).strange).toHaveLength(1);
  });

  it.each<readonly [string, string]>([
    ...HOSTILE,
    ["a line of 1 MB", "Received PUBLISH from ".repeat(50_000)],
    ["100,000 lines", "1: Received PUBLISH from a (d0, q1, r0, m1, 'x\n".repeat(100_000)],
    ["lines that could be pieces", "Received PUBLISH from x (d0, q1\n".repeat(3000)],
    ["dots", `${".".repeat(2000)}x\n`.repeat(30)],
    ["colons", `${"1: ".repeat(600)}\n`.repeat(30)],
  ])("is read to its bound: %s", (_name, text) => {
    const { lines, strange } = readExcerpt(written(text));
    expect(lines.length + strange.length).toBeLessThanOrEqual(2000);
  });

  it("never throws", () => {
    const piece = fc.oneof(anyText(), fc.constantFrom(...PAHO, "\t", ": ", " (QoS 1)"));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom("", "\n"), (pieces, between) => {
        expect(readExcerpt(written(pieces.join(between))).lines).toBeInstanceOf(Array);
      }),
    );
  });
});

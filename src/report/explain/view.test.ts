import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { Lang } from "../../words/text";
import { LANGS } from "../../words/text";
import { wordsOf } from "../../words/words";
import { paints } from "../console/paint";
import { columns } from "../text/layout";
import { EntryReader } from "./entry";
import { jsonView } from "./json";
import { textView } from "./view";

const FIXTURES = join(__dirname, "../../../fixtures/logs");

function shown(log: string, width: number | undefined, lang: Lang = "en", colour = false): string[] {
  const view = textView({ lang, paint: paints(colour), columns: () => width });
  const reader = new EntryReader();
  const text = log.split("\n").map((line) => view(reader.read(line)));
  return text.join("").replaceAll("\u00a0", " ").split("\n");
}

const LOG = [
  "08:01:12: New client connected from 127.0.0.1:50805 as sensor (p2, c1, k60).",
  "08:01:12: No will message specified.",
  "08:01:12: Sending CONNACK to sensor (0, 0)",
  "08:01:13: Received PUBLISH from sensor (d0, q1, r0, m1, 'house/salon/temperature', ... (4 bytes))",
  "08:01:13: Plugin x loaded.",
].join("\n");

test("on a terminal of 80 columns", () => {
  expect(shown(LOG, 80)).toEqual([
    "08:01:12  sensor     → CONNECT     127.0.0.1:50805 · p2 MQTT 3.1.1",
    "                                   c1 clean session on · k60 keep alive 60 s",
    "                       will        none specified",
    "          sensor     ← CONNACK     connect acknowledgment",
    "                                   0 session present: no · 0 accepted",
    "08:01:13  sensor     → PUBLISH     house/salon/temperature · 4 bytes",
    "                                   d0 DUP flag off · q1 QoS 1",
    "                                   r0 RETAIN flag off · m1 packet identifier 1",
    "          Plugin x loaded.",
    "",
  ]);
});

test("on a wide terminal, in French", () => {
  expect(shown(LOG, 160, "fr").slice(3, 4)).toEqual([
    "08:01:13  sensor               → PUBLISH     house/salon/temperature · 4 octets · d0 bit DUP à 0 · q1 QoS 1 · r0 bit RETAIN à 0 · m1 identifiant de paquet 1",
  ]);
});

test("in a pipe each line of the log is one line, with everything in it", () => {
  const lines = shown(LOG.replaceAll("08:01", "2026-11-23T08:01"), undefined);
  expect(lines).toHaveLength(6);
  expect(lines[1]).toBe("2026-11-23 08:01:12  sensor             will        none specified");
});

test("where the day changes, a line says so", () => {
  const log = "2026-11-23T23:59:59: Received PINGREQ from a\n2026-11-24T00:00:00: Received PINGREQ from a";
  expect(shown(log, 100).filter((line) => /2026/.test(line))).toEqual([
    "Monday, November 23, 2026",
    "Tuesday, November 24, 2026",
  ]);
});

describe.each(readdirSync(FIXTURES))("%s", (name) => {
  const log = readFileSync(join(FIXTURES, name), "utf8");

  test.each(LANGS)("fits any terminal, in %s", (lang) => {
    for (const width of [40, 80, 140]) {
      const long = shown(log, width, lang, true).filter(
        (line) => columns(stripVTControlCharacters(line)) >= width,
      );
      expect(long).toEqual([]);
    }
  });

  test("is told whole in a pipe, and to programs", () => {
    const lines = log.split("\n");
    const said = lines.filter((line) => line.replace(/^[\d:T-]+: /, "").trim() !== "");
    expect(shown(log, undefined)).toHaveLength(said.length + 1);
    const [view, reader] = [jsonView(wordsOf("en").explain), new EntryReader()];
    const objects = lines.map((line) => JSON.parse(view(reader.read(line))) as Record<string, unknown>);
    expect(objects.map(({ line }) => line)).toEqual(lines);
  });
});

const HIDDEN = /[\p{Cc}\u202e]/u;

test("nothing in a log reaches the terminal but text", () => {
  const evil =
    "1: Received PUBLISH from \u001b[2Ja\u202e (d0, q0, r0, m0, '\u0007topic\u009b31m', ... (1 bytes))\n\u001b]0;title\u0007 \ufffd";
  const text = shown(evil, 80).join("");
  expect(text).not.toMatch(HIDDEN);
  expect(text).toContain("\\x07topic");
  const json = jsonView(wordsOf("en").explain)(new EntryReader().read(evil.split("\n")[0] ?? ""));
  expect(json.trimEnd()).not.toMatch(HIDDEN);
  expect(JSON.parse(json)).toHaveProperty("line", evil.split("\n")[0]);
});

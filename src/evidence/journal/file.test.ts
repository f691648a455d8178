import fc from "fast-check";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { entry, RUN } from "./arbitrary-entry";
import { decode } from "../wire/mqtt/decode";
import type { Entry } from "./entry";
import { JournalFileError, journalLines, loadJournal, saveJournal } from "./file";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tp-mqtt-journal-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("a journal that was saved and loaded is the same journal", async () => {
  const file = join(folder, "journal.jsonl");
  await fc.assert(
    fc.asyncProperty(fc.array(entry), async (entries) => {
      await saveJournal(file, [RUN, ...entries]);
      expect(loadJournal(file)).toEqual([RUN, ...entries]);
    }),
    { numRuns: 60 },
  );
});

const run = JSON.stringify(RUN);

test.each([
  ["an empty file", "", 1, 1],
  ["no JSON at all", "hello\n", 1, 1],
  ["a line that is cut off", `${run}\n{"at":1,"source":"lo`, 2, 21],
  ["a comma too many", `${run}\n{"at":1,}\n`, 2, 9],
  ["a word that is no value", `${run}\n{"at":nope}\n`, 2, 8],
  ["an entry that is no object", `${run}\n[]\n`, 2, 1],
  ["a source that there is not", `${run}\n{"at":1,"source":"smell"}\n`, 2, 9],
  ["a source that is no word", `${run}\n{"at":1,"source":{"toString":1}}\n`, 2, 9],
  ["a source that only reads like one", `${run}\n{"at":1,"source":["log"],"text":"x","by":"broker"}\n`, 2, 9],
  [
    "a field of the wrong type that need not be there",
    `${run}\n{"at":1,"source":"wire","event":"opened","exercise":"x","role":"y","connection":1,"listener":"tsl"}\n`,
    2,
    83,
  ],
  ["a field of the wrong type", `${run}\n{"at":1,"source":"log","text":7,"by":"broker"}\n`, 2, 24],
  [
    "bytes that are not base64",
    `${run}\n{"at":1,"source":"wire","event":"bytes","exercise":"x","role":"y","connection":1,"from":"client","raw":"%%"}\n`,
    2,
    98,
  ],
  ["no run at the start", `{"at":1,"source":"log","text":"x","by":"broker"}\n`, 1, 1],
  [
    "a run without its target",
    `${run.replace(/"target":.*/, '"target":{}}')}\n`,
    1,
    run.indexOf('"target"') + 1,
  ],
  ["a second run", `${run}\n${run}\n`, 2, 1],
])("%s is refused with its place", (_what, content, line, column) => {
  const file = join(folder, "bad.jsonl");
  writeFileSync(file, content);
  expect(() => loadJournal(file)).toThrow(JournalFileError);
  expect(() => loadJournal(file)).toThrow(`${file}:${line}:${column}: `);
});

describe("the secrets of TLS", () => {
  const place = { exercise: "x", role: "r", connection: 1 } as const;
  const secret: Entry = { at: 1, source: "tls", ...place, event: "secret", text: "CLIENT_RANDOM 00 11" };
  const connect = (password: boolean): Entry => {
    const flags = password ? 0xc2 : 0x02;
    const body = [
      0,
      4,
      ...Buffer.from("MQTT"),
      4,
      flags,
      0,
      60,
      0,
      1,
      0x61,
      ...(password ? [0, 1, 0x75, 0, 1, 0x2a] : []),
    ];
    const raw = Buffer.from([0x10, body.length, ...body]);
    return {
      at: 2,
      source: "wire",
      ...place,
      event: "packet",
      from: "client",
      level: 4,
      raw,
      packet: decode(raw, 4),
    };
  };

  it.each([
    [true, false],
    [false, true],
  ])("are kept unless they give a password away (password: %s)", (password, kept) => {
    const lines = [...journalLines([RUN, secret, connect(password)])];
    expect(lines.some((line) => line.includes("CLIENT_RANDOM"))).toBe(kept);
  });
});

/** What is handed in, on disk: folders and archives that no platform exports. Reading them writes nothing, and stops nobody. */
import fc from "fast-check";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openClass } from "../../../../src/cli/grade/handed/class";
import { Refused } from "../../../../src/cli/grade/handed/refusal";
import { recognition, sheetOf } from "../../../../src/cli/grade/handed/sheet-of";
import { mutated, randomBytes } from "../../bytes";
import { must } from "../../checks";
import { waitingTarget, type Target } from "../../target";
import { mustBeSentence } from "../oracles/text";
import { fragment, QUESTIONS } from "../sheets";
import { zipOf, type Entry } from "../zip";
import { name } from "./naming";

const SHEET = "sheet: 1\n2.4-qos0:\n  answer: |\n    PUBLISH\n2.3-connack:\n  excerpt: |\n    x\n";
const RULES = recognition(QUESTIONS, new Set(["2.4-qos0", "2.3-connack"]));
const MB = 1024 * 1024;

/** Files that are small as long as nobody unpacks them, and one of half a megabyte that merely repeats itself. */
const BOMBS = [Buffer.alloc(3 * MB), Buffer.alloc(MB, SHEET), Buffer.from("a: &a [*a]\n".repeat(20_000))];

const CLIMBING = [
  "../answers.yaml",
  "../../../../tmp/answers.yaml",
  "/etc/answers.yaml",
  "C:\\answers.yaml",
  "a/../../answers.yaml",
  "answers.yaml",
  "answers.yaml",
  "work/answers.md",
  "onlinetext.html",
  "inner.zip",
  "a/".repeat(40) + "answers.yaml",
  `${"n".repeat(10_000)}.yaml`,
  "submission_metadata.yml",
  "submission_1/answers.yaml",
  "",
];

const content = fc.oneof(
  { arbitrary: fc.constant(Buffer.from(SHEET)), weight: 3 },
  { arbitrary: fragment.map(({ source }) => Buffer.from(source)), weight: 3 },
  { arbitrary: randomBytes(60), weight: 1 },
);

const flags = fc.constantFrom<Partial<Entry>>(
  {},
  {},
  {},
  { isStored: true },
  { isLink: true },
  { isEncrypted: true },
  { claims: 3 },
  { claims: 0xffff_fff0 },
  { crc: 1 },
);

const entry: fc.Arbitrary<Entry> = fc
  .tuple(fc.oneof({ arbitrary: fc.constantFrom(...CLIMBING), weight: 3 }, name), content, flags)
  .map(([called, inside, more]) => ({ name: Buffer.from(called), content: inside, ...more }));

const bomb = fc
  .tuple(fc.constantFrom(...BOMBS), fc.constantFrom<Partial<Entry>>({}, { claims: 100 }))
  .map(([inside, more]): Entry => ({ name: Buffer.from("answers.yaml"), content: inside, ...more }));

const flat = fc.array(fc.oneof({ arbitrary: entry, weight: 40 }, bomb), { maxLength: 5 }).map(zipOf);

/** Some hold another archive; most are damaged. */
const archive = fc.oneof(
  { arbitrary: mutated(flat), weight: 4 },
  { arbitrary: flat, weight: 2 },
  {
    arbitrary: flat.map((inside) => zipOf([{ name: Buffer.from("inner.zip"), content: inside }])),
    weight: 1,
  },
);

const inputs = fc.record({
  archive,
  archiveName: fc.constantFrom("bad.zip", "A_9_assignsubmission_file_.zip", "submission_1.zip"),
  folder: name,
  file: fc.constantFrom("answers.yaml", "a.md", "onlinetext.html", "answers.zip"),
  inside: content,
  isWhole: fc.boolean(),
});

/** A new folder each time, with another one beside it that nobody may touch. */
const ROOT = mkdtempSync(join(tmpdir(), "tp-mqtt-fuzz-"));
process.once("exit", () => {
  rmSync(ROOT, { recursive: true, force: true });
});

function isName(called: string): boolean {
  return !/[/\0]|^\.{0,2}$/.test(called) && Buffer.byteLength(called) <= 255;
}

const handedIn = waitingTarget(
  "what is handed in",
  0.7,
  inputs,
  async ({ archive: bytes, archiveName, folder, file, inside, isWhole }) => {
    const class_ = join(ROOT, "class");
    mkdirSync(join(class_, isName(folder) ? folder : "folder"), { recursive: true });
    try {
      writeFileSync(join(class_, isName(folder) ? folder : "folder", file), inside);
      writeFileSync(join(class_, "good.yaml"), SHEET);
      writeFileSync(join(class_, archiveName), bytes);
      const before = listOf(ROOT);
      await mustBeRead(isWhole ? join(class_, archiveName) : class_, !isWhole);
      must(listOf(ROOT) === before, "something else is there than before");
    } finally {
      rmSync(class_, { recursive: true });
    }
  },
  { growth: 8 * MB },
);

/** Every submission gives a sheet or a sentence; only what cannot be opened at all is refused as a whole. */
async function mustBeRead(path: string, hasGood: boolean): Promise<void> {
  try {
    const { submissions, close } = await openClass(path, new Set());
    try {
      for (const handed of submissions) {
        const found = await sheetOf(handed, RULES);
        if ("refused" in found) mustBeSentence(found.refused);
        const isGood = hasGood && handed.id === "good" && handed.parts[0]?.name === "good.yaml";
        if (isGood) must("source" in found && found.source === SHEET, "what is sound was not read");
      }
    } finally {
      close();
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    mustBeSentence(error.text);
  }
}

/** Every file with its size and the time of its last change. */
function listOf(folder: string): string {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .map((one) => {
      const path = join(one.parentPath, one.name);
      const { size, mtimeMs } = statSync(path);
      return `${path} ${size} ${mtimeMs}`;
    })
    .join("\n");
}

export const HANDING_IN: readonly Target[] = [handedIn];

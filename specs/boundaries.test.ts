import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const ROOT = resolve(__dirname, "..");

/**
 * What each part may import besides itself. The data goes exercise → target → evidence → judgement → report; a part
 * knows what comes to it and never what becomes of it. An exercise is where all three meet that it is made of: it is
 * played on a target, recorded as evidence, and says what judgement has to claim.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  words: [],
  time: [],
  certs: [],
  target: ["certs", "words"],
  evidence: ["time", "words"],
  judge: ["evidence", "words"],
  report: ["judge", "evidence", "words"],
  exercise: ["certs", "target", "evidence", "judge", "words"],
  client: ["words"],
  lab: ["certs", "target", "evidence", "words"],
  cli: [
    "client",
    "lab",
    "exercise",
    "target",
    "evidence",
    "judge",
    "report",
    "time",
    "words",
    "specs",
    "package.json",
  ],
};

/** Where a part stands: everything but the making of certificates is below src/. */
function folderOf(part: string): string {
  return part === "certs" ? join(ROOT, part) : join(ROOT, "src", part);
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((file) => file.isFile() && /\.m?ts$/.test(file.name) && !file.name.endsWith(".test.ts"))
    .map((file) => join(file.parentPath, file.name));
}

/** The part of the house that a file belongs to: the folder below src/, or certs, or specs. */
function partOf(file: string): string {
  const [first, second] = relative(ROOT, file).split("/");
  return (first === "src" ? second : first) ?? "";
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  const found = text.matchAll(/(?:from|import|require)\s*\(?\s*"(\.[^"]*)"/g);
  return [...found].map(([, path]) => resolve(dirname(file), path ?? ""));
}

describe("imports follow the path of the data", () => {
  it.each(Object.entries(MAY_IMPORT))("%s imports nothing that comes after it", (part, allowed) => {
    const wrong = sources(folderOf(part)).flatMap((file) =>
      importsOf(file)
        .filter((path) => ![part, ...allowed].includes(partOf(path)))
        .map((path) => `${relative(ROOT, file)} imports ${relative(ROOT, path)}`),
    );
    expect(wrong).toEqual([]);
  });

  it("knows every part there is", () => {
    const parts = readdirSync(join(ROOT, "src"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect([...parts, "certs"].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });
});

/** `bin/quick.js`: what it keeps of the sources is never older than they are. */
import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { tmpdir } from "node:os";

const folder = mkdtempSync(join(tmpdir(), "tp-mqtt-quick-"));
const cache = join(folder, "node_modules/.cache/tp-mqtt");

beforeAll(() => {
  for (const name of ["bin", "src", "node_modules"]) mkdirSync(join(folder, name));
  symlinkSync(dirname(require.resolve("tsx/package.json")), join(folder, "node_modules/tsx"));
  copyFileSync(join(__dirname, "../../bin/quick.js"), join(folder, "bin/quick.js"));
  write("a.ts", 'import { b } from "./b";\nprocess.stdout.write(`${b as string} ${__filename}`);\n');
  write("b.ts", 'export const b: string = "one";\n');
  writeFileSync(join(folder, "run.js"), 'require("./bin/quick").quick("x");\nrequire("./src/a.ts");\n');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, source: string): void {
  writeFileSync(join(folder, "src", name), source);
}

/** What the program prints, and which files are kept after it. */
function run(): { said: string; kept: string[] } {
  const said = execFileSync(process.execPath, [join(folder, "run.js")], { encoding: "utf8" });
  return {
    said: said.replace(folder, ""),
    kept: readdirSync(cache).map((name) => name.split(".").at(-1) ?? ""),
  };
}

test("it says the same from the sources, from what is kept, and once that is compiled", () => {
  const said = "one /src/a.ts";
  expect(run()).toEqual({ said, kept: expect.arrayContaining(["js", "json"]) as unknown });
  expect(run()).toEqual({ said, kept: expect.arrayContaining(["js", "json", "bin"]) as unknown });
  expect(run().said).toBe(said);
});

test("a source that was changed is taken anew, even if it is as long as before", () => {
  write("b.ts", 'export const b: string = "two";\n');
  expect(run().said).toBe("two /src/a.ts");
  expect(run().said).toBe("two /src/a.ts");
  expect(run().kept).toHaveLength(3);
});

test.each(["", "{}", '{"id":"x","modules":{}}'])("what is kept may be damaged: %j", (content) => {
  const [file = ""] = readdirSync(cache).filter((name) => name.endsWith(".json"));
  writeFileSync(join(cache, file), content);
  expect(run().said).toBe("two /src/a.ts");
});

test("a package that loads modules later does", () => {
  write("later.js", 'module.exports = () => import("node:path");\n');
  write("a.ts", 'import later from "./later";\nvoid later().then(({ sep }) => process.stdout.write(sep));\n');
  expect([run(), run(), run()].map(({ said }) => said)).toEqual(["/", "/", "/"]);
});

test("nothing is kept of a command that was not understood", () => {
  write("a.ts", "process.exitCode = 2;\n");
  const before = readdirSync(cache);
  expect(run).toThrow();
  expect(readdirSync(cache)).toEqual(before);
});

test("where nothing can be kept, it runs all the same", () => {
  rmSync(cache, { recursive: true });
  writeFileSync(cache, "");
  write("a.ts", 'import { b } from "./b";\nprocess.stdout.write(b);\n');
  const said = execFileSync(process.execPath, [join(folder, "run.js")], { encoding: "utf8" });
  expect(said).toBe("two");
});

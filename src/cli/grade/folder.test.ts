import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openFolder } from "./folder";
import { filesIn, folderWith, scratch } from "./testing/folder";

const root = scratch();
let n = 0;
const fresh = () => folderWith(join(root, String(n++)), { "mine.txt": "the teacher's own" });
const file = (path: string, text: string) => ({ files: [{ path, text }] });

it("makes again only what is made from something else, or is gone", async () => {
  const path = fresh();
  const made: string[] = [];
  const run = async (from: string) => {
    const folder = openFolder(path);
    for (const name of ["a", "b"])
      await folder.keep(name, name === "a" ? from : "same", () => {
        made.push(name);
        return file(`students/${name}.html`, `${name} ${from}`);
      });
    await folder.finish();
  };
  await run("one");
  await run("one");
  expect(made).toEqual(["a", "b"]);
  await run("two");
  expect(made).toEqual(["a", "b", "a"]);
  expect(readFileSync(join(path, "students/a.html"), "utf8")).toBe("a two");
  writeFileSync(join(path, "cache/written.json"), "{ damaged");
  await run("two");
  expect(made).toEqual(["a", "b", "a", "a", "b"]);
});

it("takes away what belongs to nobody any more, and nothing of the teacher's", async () => {
  const path = fresh();
  const first = openFolder(path);
  await first.keep("gone", "1", () => file("students/gone.html", ""));
  await first.finish();
  const second = openFolder(path);
  await second.keep("there", "1", () => file("students/there.html", ""));
  await second.finish();
  expect([...filesIn(path).keys()]).toEqual(["mine.txt", "students/there.html"]);
});

it("takes nothing away outside of it, whatever its list says", async () => {
  const path = fresh();
  const neighbour = folderWith(join(root, "neighbour"), { "theirs.txt": "" });
  const list = JSON.stringify({ gone: { from: "1", paths: ["../neighbour/theirs.txt"] } });
  folderWith(path, { "cache/written.json": list });
  await openFolder(path).finish();
  expect([...filesIn(neighbour).keys()]).toEqual(["theirs.txt"]);
});

it("says again what was to be said of files that were made before", async () => {
  const path = fresh();
  const said = { notes: [{ en: "a", fr: "b" }], alike: 3 };
  const first = openFolder(path);
  await first.keep("", "1", () => ({ ...file("class.html", ""), said }));
  await first.finish();
  const at = statSync(join(path, "class.html")).mtimeMs;
  const again = await openFolder(path).keep("", "1", () => {
    throw new Error("made again");
  });
  expect(again.said).toEqual(said);
  expect(statSync(join(path, "class.html")).mtimeMs).toBe(at);
  expect(existsSync(join(path, "mine.txt"))).toBe(true);
});

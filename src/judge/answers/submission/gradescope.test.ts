import { gradescopeSubmitters } from "./gradescope";

function metadata(name: string): string {
  return `submission_11:\n  :submitters:\n  - :name: ${name}\n    :sid: '007'\n  :score: 3\n`;
}

it.each([
  ["Ana Lima", "Ana Lima"],
  ["  'Ana ''A'' Lima'  ", "Ana 'A' Lima"],
  ['"Ana Lima"', "Ana Lima"],
  ["Ana\u2028Lima", "Ana\u2028Lima"],
  ["", ""],
])("a submitter called %j is %j", (written, name) => {
  expect(gradescopeSubmitters(metadata(written)).get("submission_11")).toEqual({ name, number: "007" });
});

/** It would take days if what follows were tried for each of the blanks. */
it("a name with a million blanks in it is read", () => {
  const name = `Ana${" ".repeat(1_000_000)}Lima`;
  expect(gradescopeSubmitters(metadata(name)).get("submission_11")?.name).toBe(name);
});

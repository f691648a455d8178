import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LANGS } from "../../words/text";
import { tpMqtt } from "../testing";
import { rungsFile } from "./rungs";
import { checking, fileOf, FOLDER, jsonOf, type Answers } from "./testing";

const RIGHT: Answers = { "2.4-qos1-packets": "PUBLISH, PUBACK" };
const WRONG: Answers = { "2.4-qos1-packets": "PUBLISH, PUBREC" };
const ROOMS = ["salon", "cuisine", "chambre_1", "chambre_2", "salle_de_bain"];
const PARTLY: Answers = {
  "6.1-temperatures": `mosquitto_sub ${ROOMS.map((room) => `-t maison/${room}/temperature`).join(" ")}`,
};
const TEACHER: Answers = { "2.4-qos1-packets": "PUBLISH, PUBACKK" };
const UNGRADABLE: Answers = { "6.1-one-room": "mosquitto_sub -t 'maison/salon" };
const CHOICE = join(FOLDER, "choice.yaml");
writeFileSync(
  CHOICE,
  "add: [{ id: 5.3-port, kind: choice, points: 1, asks: { en: Which?, fr: Lequel ? }, options: { a: { en: One, fr: Un }, b: { en: Two, fr: Deux } }, right: a, hints: [{ en: Look, fr: Voyez }] }]\n",
);

/** The line of a question and what stands below it. */
function block(out: string, id: string): string {
  const lines = out.split("\n");
  const first = lines.findIndex((line) => line.slice(2).startsWith(`${id} `));
  const end = lines.findIndex((line, i) => i > first && !line.startsWith("    "));
  return lines.slice(first, end).join("\n");
}

test.each([
  ["right", RIGHT, "✔ 2.4-qos1-packets  right", 0],
  ["wrong", WRONG, "✘ 2.4-qos1-packets  not yet\n    read as PUBLISH, PUBREC", 1],
  ["partly", PARTLY, "≈ 6.1-temperatures  partly right", 1],
  ["teacher", TEACHER, "? 2.4-qos1-packets  your teacher will read this", 0],
  ["ungradable", UNGRADABLE, "! 6.1-one-room  not gradable\n    FILE:6:5: a quotation mark", 1],
])("what is %s is shown, and told by the exit status", async (_, answers, line, status) => {
  const file = fileOf(answers);
  const [id = ""] = Object.keys(answers);
  const result = await checking([file, "--only", id]);
  expect(result.out).toContain(line.replace("FILE", file));
  expect(result.status).toBe(status);
});

test("what waits for the teacher does not hide what is not right yet", async () => {
  expect((await checking([fileOf({ ...WRONG, ...UNGRADABLE, "2.4-qos2-packets": "PUBLISHH" })])).status).toBe(
    1,
  );
});

test("of a choice it is only noted that there is one, right or wrong, hints and all", async () => {
  const outs = ["a", "b"].map(async (answer) => {
    const file = fileOf({ "5.3-port": answer });
    const plain = await checking([file, "--questions", CHOICE, "--only", "5.3-port"]);
    const hinted = await checking([file, "--questions", CHOICE, "--hint", "5.3-port", "--only", "5.3-port"]);
    const json = await checking([file, "--questions", CHOICE, "--json", "--only", "5.3-port"]);
    return {
      statuses: [plain, hinted, json].map(({ status }) => status),
      out: plain.out + hinted.out + json.out,
    };
  });
  const [right, wrong] = (await Promise.all(outs)).map((one) => JSON.stringify(one).replace(/sheet\d+/g, ""));
  expect(right).toBe(wrong);
  expect(right).toContain("• 5.3-port  noted");
  expect(right).toContain("only noted");
  expect(right).toContain("hint 1 of 1: Look");
});

test("nothing written: nothing is judged", async () => {
  const { status, out } = await checking([fileOf({ "2.4-qos0": "", "6.1-plus": " " })]);
  expect(status).toBe(2);
  expect(out).toContain("– nothing written: 6.1-plus, 6.1-hash");
  expect(out).toContain("Nothing is written on this sheet yet.");
});

test("when nothing is left to mend, the sheet is to be handed in", async () => {
  const file = fileOf(RIGHT);
  expect((await checking([file, "--only", "2.4-qos1-packets"])).out).toContain(`hand in ${file}.`);
  expect((await checking([file])).out).not.toContain("hand in");
});

test("no points are shown", async () => {
  const { out } = await checking([fileOf({ ...RIGHT, ...PARTLY }), "--json"]);
  expect(out).not.toMatch(/point|"max"/);
});

describe("a sheet that is wrong", () => {
  test("a question's problem is said with file, line and column, and only that one is not gradable", async () => {
    const answered = (id: string, text: string) => `${id}:\n  answer: |\n    ${text}\n`;
    const twice = answered("2.4-qos0-packets", "PUBLISH").repeat(2);
    const file = fileOf(`${twice}${answered("2.4-qos1-packets", "PUBLISH, PUBACK")}`);
    const { out } = await checking([file]);
    expect(block(out, "2.4-qos0-packets")).toContain(`${file}:4:1: The question 2.4-qos0-packets is already`);
    expect(block(out, "2.4-qos0-packets")).toContain("! 2.4-qos0-packets          not gradable");
    expect(block(out, "2.4-qos1-packets")).toContain("right");
  });

  test("what matters to no question is said below", async () => {
    const { out, status } = await checking([fileOf({ ...RIGHT, "9-strange": "a" })]);
    expect(out).toMatch(/About the sheet\n +\S+:8:1: There is no question 9-strange/);
    expect(status).toBe(0);
  });

  test.each([
    ["no question of the lab", "shopping: milk\n", /yaml:1:1: No question of the lab/],
    [
      "another version",
      "sheet: 7\n2.4-qos0:\n  answer: a\n",
      /yaml:1:8: This sheet says that it is of version/,
    ],
  ])("%s: nothing is judged", async (_, content, complaint) => {
    const { status, out } = await checking([fileOf(content)]);
    expect(out).toMatch(complaint);
    expect(status).toBe(2);
  });

  test.each([
    [["/nowhere/x.yaml"], "The sheet /nowhere/x.yaml cannot be read: there is no such file or folder."],
    [[FOLDER], `The sheet ${FOLDER} cannot be read: it is a folder.`],
    [[], "Which sheet is to be checked?"],
    [["a.yaml", "b.yaml"], "One sheet is checked at a time, and there are “a.yaml” and “b.yaml”."],
    [["a.yaml", "--hint="], "The option --hint needs a value."],
    [["a.yaml", "--hin"], "There is no option --hin; the nearest is --hint."],
  ])("%j is complained of", async (argv, complaint) => {
    const { status, out } = await checking(argv);
    expect(out).toContain(complaint);
    expect(status).toBe(2);
  });

  test.each([
    [["--only", "2.5-x"], "No question begins with 2.5-x; the nearest are: 2.5-"],
    [["--hint", "2.4-qos9"], "There is no question 2.4-qos9 to give a hint for; the nearest is 2.4-qos"],
    [["--log-file", "/nowhere.log"], "The log /nowhere.log cannot be read: there is no such file"],
  ])("%j is complained of", async (flags, complaint) => {
    const { status, out } = await checking([fileOf(RIGHT), ...flags]);
    expect(out).toContain(complaint);
    expect(status).toBe(2);
  });
});

describe("hints", () => {
  test("go one step up each time, to the teacher", async () => {
    const file = fileOf({ ...WRONG, "2.4-qos0-packets": "PUBLISH" });
    const shown: string[] = [];
    for (let i = 0; i < 4; i++) shown.push((await checking([file, "--hint", "--only", "2.4"])).out);
    const said = shown.map((out) => block(out, "2.4-qos1-packets").replace(/\n +/g, " "));
    expect(said[0]).toContain("hint 1 of 3: Keep only the log lines");
    expect(said[1]).toContain("hint 2 of 3: The broker writes its log");
    expect(said[2]).toContain("hint 3 of 3: For a subscription");
    expect(said[2]).not.toContain("last hint");
    expect(said[3]).toContain("hint 3 of 3: For a subscription");
    expect(said[3]).toContain("That was the last hint: your teacher helps you on.");
  });

  test("are given for what is not right yet and for what is not written, and not for what is right", async () => {
    const { out } = await checking([fileOf({ ...WRONG, "2.4-qos0-packets": "PUBLISH" }), "--hint"]);
    expect(block(out, "2.4-qos1-packets")).toContain("hint 1");
    expect(block(out, "2.4-qos2-packets")).toContain("hint 1");
    expect(block(out, "2.4-qos0-packets")).not.toContain("hint");
  });

  test("are given for one question that is named, whatever waits", async () => {
    const { out } = await checking(["--hint", "2.4-qos1-packets", fileOf(TEACHER)]);
    expect(out.match(/hint \d of/g)).toEqual(["hint 1 of"]);
    expect(block(out, "2.4-qos1-packets")).toContain("hint 1 of 3");
  });

  test("are not given for an answer that is right, even if it is named, nor for one that must be mended", async () => {
    const argv = ["--hint=2.4-qos1-packets", "--hint=6.1-one-room"];
    const { out } = await checking([fileOf({ ...RIGHT, ...UNGRADABLE }), ...argv]);
    expect(block(out, "2.4-qos1-packets")).toMatch(/right\n +This needs no hint\.$/);
    expect(block(out, "6.1-one-room")).toContain("Mend this first");
    expect(out).not.toContain("hint 1");
  });

  test("without --hint none is shown, and none is lost", async () => {
    const file = fileOf(WRONG);
    await checking([file, "--hint", "2.4-qos1-packets"]);
    const before = readFileSync(rungsFile(file), "utf8");
    expect((await checking([file])).out).not.toContain("hint 1");
    expect(readFileSync(rungsFile(file), "utf8")).toBe(before);
    const { hints, hintsLeft } = (await jsonOf(file))["2.4-qos1-packets"] ?? {};
    expect({ n: hints?.length, hintsLeft }).toEqual({ n: 1, hintsLeft: 2 });
  });

  test.each([
    "",
    "{",
    "[]",
    '{"rungs":7}',
    '{"rungs":{"2.4-qos1-packets":-3,"__proto__":{"x":1}}}',
    '{"rungs":{"2.4-qos1-packets":"2"}}',
  ])("begin at the first where what was kept is damaged: %j", async (content) => {
    const file = fileOf(WRONG);
    writeFileSync(rungsFile(file), content);
    const { out } = await checking([file, "--hint", "2.4-qos1-packets"]);
    expect(block(out, "2.4-qos1-packets")).toContain("hint 1 of 3");
  });

  test("a rung beyond the last one is the last one", async () => {
    const file = fileOf(WRONG);
    writeFileSync(rungsFile(file), '{"rungs":{"2.4-qos1-packets":999}}');
    expect((await checking([file, "--hint", "2.4-qos1-packets"])).out).toContain("hint 3 of 3");
  });

  test("that cannot be kept are shown all the same, and it is said", async () => {
    const file = fileOf(WRONG);
    mkdirSync(rungsFile(file));
    const { out, status } = await checking([file, "--hint", "2.4-qos1-packets"]);
    expect(out).toContain("hint 1 of 3");
    expect(out.replace(/\s+/g, " ")).toContain("could not be kept in");
    expect(status).toBe(1);
  });

  test("leave nothing behind where none was given", async () => {
    const file = fileOf(RIGHT);
    await checking([file, "--hint", "2.4-qos1-packets"]);
    expect(existsSync(rungsFile(file))).toBe(false);
  });
});

test("Ctrl-C ends --live, and leaves nothing behind", async () => {
  const file = fileOf(WRONG);
  const flags = ["--live", "--target", "embedded", "--only", "2.4"];
  const own = join(FOLDER, "tmp");
  mkdirSync(own);
  const { status, stdout } = await tpMqtt(["check", file, ...flags], {
    env: { TMPDIR: own },
    interruptAt: /Playing/,
  });
  expect({ status, stdout }).toEqual({ status: 130, stdout: "" });
  expect(readdirSync(own).filter((name) => name.startsWith("tp-mqtt"))).toEqual([]);
});

test("--json is a document without control characters, whatever is on the sheet", async () => {
  const { out } = await checking([
    fileOf({ "2.4-qos1-packets": "PUBLISH \u001b[31m\u202e, PUBACKQ\u0085" }),
    "--json",
  ]);
  expect(out).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    lang: "en",
    counts: { teacher: 1 },
    problems: [],
    notes: [],
  });
});

test("what is shown of a sheet moves no cursor", async () => {
  const { out } = await checking([fileOf({ "6.1-one-room": "\u001b]0;x\u0007maison/\u001b[2J#" })]);
  expect(out).not.toMatch(/[^\P{Cc}\n]/u);
});

test("a sheet whose folder is read-only is checked", async () => {
  const folder = join(FOLDER, "closed");
  mkdirSync(folder);
  const file = join(folder, "a.yaml");
  writeFileSync(file, readFileSync(fileOf(RIGHT)));
  chmodSync(folder, 0o500);
  try {
    expect((await checking([file])).status).toBe(0);
  } finally {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true });
  }
});

test.each(LANGS)("the help in %s names every option", async (lang) => {
  const { out, status } = await checking(["--help"], { lang });
  expect(status).toBe(0);
  for (const flag of [
    "--hint",
    "--live",
    "--log-file",
    "--json",
    "--only",
    "--questions",
    "--target",
    "--reports",
  ])
    expect(out).toContain(`  ${flag}`);
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { proseRubric } from "./rubric";

const FOLDER = join(__dirname, "../../../../fixtures/questions");
const SHEET = join(FOLDER, "../sheet");
const rubric = proseRubric();

/** Concepts that follow from how a word is written, and participants' packets and deeds: see `text/read.ts`, `text/senders.ts`, `text/agents.ts`. */
const WRITTEN =
  /^(?:[CDKMPQR]\d|N\d+(?:\.\d+)*|NUMBER|[CDKMPQR]FLAG|[CDKMPQR]SIGN|PACKET|CONNECT|CONNACK|(?:UN)?SUBACK|PUBLISH|PUBACK|PUBREC|PUBREL|PUBCOMP|PINGREQ|PINGRESP|(?:CLIENT|BROKER)>[A-Z]+|(?:PLUS|HASH)?FILTER|HASHINSIDE|TOPICNAME|MQTT|TCP|TLS|QOS|RIGHT|WRONG|ARROW|PLUSSIGN|HASHSIGN)$/;

/** What the sheet on paper asks as one and the sheet here value by value; most marked answers are of it. */
const ASKED_AS_ONE = ["3-c", "3-p", "4-q", "4-r"];

it("has a rubric for every question of the sheet in prose, and no other", () => {
  const asked = readdirSync(SHEET).flatMap((name) =>
    (JSON.parse(readFileSync(join(SHEET, name), "utf8")) as { kind: string; rubric?: string }[]).flatMap(
      ({ kind, rubric }) => (kind === "prose" ? [rubric] : []),
    ),
  );
  expect([...rubric.questions.keys()]).toEqual([...asked, ...ASKED_AS_ONE].sort());
});

it("calls each file after its question", () => {
  expect([...rubric.questions].filter(([name, { id }]) => name !== id)).toEqual([]);
});

it("names no concept that the lexicon lacks", () => {
  const lexicon = JSON.parse(readFileSync(join(FOLDER, "lexicon.json"), "utf8")) as Record<string, unknown>;
  const patterns = [...rubric.questions.values()].flatMap(({ about, notions, mistakes }) => [
    ...about,
    ...notions.flatMap((notion) => notion.patterns),
    ...mistakes.flatMap((mistake) => [...mistake.patterns, ...mistake.unless]),
  ]);
  const named = [...patterns, ...rubric.themes.flatMap((theme) => theme.patterns)].flatMap((pattern) =>
    pattern.parts
      .flatMap(({ terms, without }) => [...terms.flat(2), ...without.flat()])
      .flatMap(({ concepts }) => concepts),
  );
  expect(named.filter((name) => !Object.hasOwn(lexicon, name) && !WRITTEN.test(name))).toEqual([]);
});

it("cancels only notions that there are", () => {
  const stray = [...rubric.questions.values()].flatMap(({ id, notions, mistakes }) =>
    mistakes.flatMap(({ cancels }) =>
      cancels
        .filter((name) => !notions.some((notion) => notion.name === name))
        .map((name) => `${id} ${name}`),
    ),
  );
  expect(stray).toEqual([]);
});

it("knows the homes of its themes", () => {
  const homes = rubric.themes.flatMap(({ home }) => [...home]);
  expect(homes.filter((id) => !rubric.questions.has(id))).toEqual([]);
});

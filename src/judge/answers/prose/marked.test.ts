import { markedAnswers, MarkedError } from "./marked";

const QUESTIONS = new Set(["3-k"]);
const GOOD = '{"q": "3-k", "lang": "fr", "text": "keep alive", "points": 1, "why": "named"}';

it("reads a line an answer, and passes over empty ones", () => {
  const answers = markedAnswers(`\uFEFF${GOOD}\r\n\n${GOOD}\n`, "a.jsonl", QUESTIONS);
  expect(answers).toEqual([
    { line: 1, q: "3-k", lang: "fr", text: "keep alive", points: 1 },
    { line: 3, q: "3-k", lang: "fr", text: "keep alive", points: 1 },
  ]);
});

it.each([
  ['{"q": "3-k", ]', "a.jsonl:2:14: this is not JSON"],
  ["[]", "a.jsonl:2:1: a line must be an object { q, lang, text, points }"],
  [GOOD.replace("3-k", "9-z"), "a.jsonl:2:7: “q” must be the id of a question"],
  [GOOD.replace('"fr"', '"de"'), "a.jsonl:2:22: “lang” must be “fr” or “en”"],
  [GOOD.replace("1", "3"), "a.jsonl:2:60: “points” must be 0, 1 or 2"],
  ['{"q": "3-k", "lang": "fr", "points": 1}', "a.jsonl:2:1: “text” must be the answer, in quotes"],
])("says where %s is wrong", (line, complaint) => {
  expect(() => markedAnswers(`${GOOD}\n${line}`, "a.jsonl", QUESTIONS)).toThrow(
    new MarkedError(
      { file: "a.jsonl", line: 2, column: Number(complaint.split(":")[2]) },
      { en: complaint.replace(/^\S+ /, ""), fr: "" },
    ),
  );
});

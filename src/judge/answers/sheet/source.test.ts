import { cleaned, sheetText } from "./source";
import { filled, read } from "./testing";

const TEXT = "2.4-qos0:\r\n  réponse: |\r\n    « œuvre » – 5 €\r\n";

function wide(text: string, isBig = false): Buffer {
  const bytes = Buffer.from(text, "utf16le");
  return isBig ? bytes.swap16() : bytes;
}

it.each([
  ["UTF-8", Buffer.from(TEXT)],
  ["UTF-8 with a mark", Buffer.from(`\uFEFF${TEXT}`)],
  ["UTF-16", wide(`\uFEFF${TEXT}`)],
  ["UTF-16, the other way round", wide(`\uFEFF${TEXT}`, true)],
  ["UTF-16 without a mark", wide(TEXT)],
  ["UTF-16 the other way round, without a mark", wide(TEXT, true)],
  [
    "windows-1252",
    Buffer.from(TEXT.replace("œ", "\x9c").replace("–", "\x96").replace("€", "\x80"), "latin1"),
  ],
])("reads %s", (_, bytes) => {
  expect(filled(read(sheetText(bytes)))).toEqual({ "2.4-qos0": { answer: "3:5 « œuvre » – 5 €" } });
});

it("keeps lines and columns where it cleans", () => {
  expect(cleaned("\uFEFFa\r\n\u00a0\u202f\tb\u00a0c\rd\0\uD800e")).toBe("a\n  \tb\u00a0c\nd\uFFFD\uFFFDe");
});

it.each([
  ["PK\u0003\u0004…", "1:1 * This is not a text file"],
  ["%PDF-1.7", "1:1 * This is not a text file"],
  ["", "1:1 * No question of the lab was found"],
  ["Hello", "1:1 * No question of the lab was found"],
  ["\n".repeat(40_000), "1:1 * This sheet is longer than 2 MB or 40,000 lines"],
  ["x".repeat(2 * 1024 * 1024 + 1), "1:1 * This sheet is longer than 2 MB"],
])("what is no sheet is one sentence about the whole (%#)", (source, sentence) => {
  const { problems, answers } = read(source);
  expect(
    problems
      .filter(({ harmless }) => !harmless)
      .map(({ line, column, what }) => `${line}:${column} * ${what.en}`),
  ).toEqual([expect.stringContaining(sentence)]);
  expect(answers.size).toBe(0);
});

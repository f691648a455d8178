/** Sheets, read: whole ones, fragments, and bytes that may be anything. */
import type { Position, Sheet } from "../../../../src/judge/answers/answer";
import { readSheet } from "../../../../src/judge/answers/sheet/read";
import { sheetText } from "../../../../src/judge/answers/sheet/source";
import { mutated, randomBytes } from "../../bytes";
import { must } from "../../checks";
import { target, type Target } from "../../target";
import { mustBeSentence } from "../oracles/text";
import { filledSheet, fragment, QUESTIONS, spoiltSheet, type WrittenSheet } from "../sheets";
import fc from "fast-check";

const IDS = new Set(QUESTIONS.map(({ id }) => id));

/** Whatever a sheet holds, what was read of it stands on it, and is no more than it. */
function check({ source, name }: WrittenSheet): void {
  const sheet = readSheet(source, name, QUESTIONS);
  const lines = source.split(/\r\n?|\n/).length;
  for (const { line, column } of placesOf(sheet)) {
    must(line >= 1 && line <= lines + 1, `line ${line} of ${lines}`);
    must(column >= 1 && column <= source.length + 2, `column ${column}`);
  }
  for (const { what } of sheet.problems) mustBeSentence(what);
  must(
    [...sheet.answers.keys()].every((id) => IDS.has(id)),
    "an answer to what is not asked",
  );
  const read = [...sheet.answers.values()].flatMap(({ answer, excerpt, commands }) =>
    [answer, excerpt, commands].map((part) => part?.text.length ?? 0),
  );
  const all = read.reduce((sum, length) => sum + length, 0);
  must(all <= source.length, `${all} characters were read of ${source.length}`);
  must(sheet.problems.length <= lines + 200, `${sheet.problems.length} problems on ${lines} lines`);
}

function placesOf({ answers, problems }: Sheet): readonly Position[] {
  const written = [...answers.values()].flatMap(({ answer, excerpt, commands }) => [
    answer,
    excerpt,
    commands,
  ]);
  return [...problems, ...written.filter((part) => part !== undefined)];
}

const ENCODINGS = ["utf8", "utf16le", "latin1"] as const;

const bytes = fc
  .oneof(
    { arbitrary: randomBytes(200), weight: 1 },
    {
      arbitrary: mutated(
        fc
          .tuple(fc.oneof(fragment, filledSheet), fc.constantFrom(...ENCODINGS))
          .map(([{ source }, encoding]) => Buffer.from(source, encoding)),
      ),
      weight: 3,
    },
  )
  .map((all) => ({ all, name: "a.yaml" }));

export const READING: readonly Target[] = [
  target("sheets", 4, spoiltSheet, check),
  target("pieces of sheets", 27.4, fragment, check),
  target("bytes of sheets", 8, bytes, ({ all, name }) => {
    const source = sheetText(all);
    must(source.length <= all.length, "more characters than bytes");
    check({ source, name });
  }),
];

import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { LANGS, type Lang } from "../../../words/text";
import type { ClassGrades } from "../grades";
import { FORMULA, madeGrades, submission } from "../testing/class";
import { hostile } from "../testing/hostile";
import { kept } from "../testing/kept";
import { gradesCsv } from "./csv";
import { harmless } from "./harmless";

function cellsOf(csv: string, delimiter: string): string[][] {
  return parse(csv, { bom: true, delimiter, relax_column_count: true, relax_quotes: true });
}

const SEPARATOR: Readonly<Record<Lang, string>> = { en: ",", fr: ";" };

describe.each(LANGS)("in %s", (lang) => {
  test("grades.csv", () => {
    const csv = gradesCsv(madeGrades(lang));
    expect(csv).toBe(kept(`grades.${lang}.csv`, csv));
  });

  test("has a row a submission and a column a question, and numbers as a spreadsheet reads them", () => {
    const rows = cellsOf(gradesCsv(madeGrades(lang)), SEPARATOR[lang]);
    expect(rows).toHaveLength(7);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([12]));
    expect(rows[2]?.slice(0, 6)).toEqual([
      "Lea Martin_900110_assignsubmission_file",
      "Léa Martin",
      "22104567",
      lang === "fr" ? "4,88" : "4.88",
      "8",
      "1",
    ]);
  });
});

test("a submission that was refused has no points, which is not 0", () => {
  const refused = cellsOf(gradesCsv(madeGrades("en")), ",").find(([id]) => id === "broken.zip");
  expect(refused?.slice(3)).toEqual(Array.from({ length: 9 }, () => ""));
});

test.each([
  [FORMULA, `'${FORMULA.replace(";", ";")}`],
  ["=1+1", "'=1+1"],
  ["+33 6", "'+33 6"],
  ["-2", "'-2"],
  ["@SUM(1)", "'@SUM(1)"],
  ["＝1+1", "'＝1+1"],
  ["  =1+1", "'  =1+1"],
  ['"=1+1', `'"=1+1`],
  ["\t=1+1", "'\\x09=1+1"],
  ["\r=1+1", "'\\x0d=1+1"],
  ["Jean;=1+1", "Jean;'=1+1"],
  ["Jean, -1", "Jean,' -1"],
])("%j becomes %j", (text, shown) => {
  expect(harmless(text)).toBe(shown);
});

test.each(["Jean-Luc d'Arc", "22104567", "a = b", "maison/+/temperature", ""])(
  "%j stays as it is",
  (text) => {
    expect(harmless(text)).toBe(text);
  },
);

test("no cell begins as a formula does, whichever separator and quotation marks a spreadsheet goes by", () => {
  const formula = /^[\s"'“”]*[=+\-@＝＋－＠]/u;
  const grades = (text: string): ClassGrades => ({
    ...madeGrades("fr"),
    submissions: [submission(text, text, { student: { name: text, number: text, clients: [] } })],
  });
  fc.assert(
    fc.property(hostile, fc.constantFrom("", "=", " =", "\t+", '"@', "－", ",-"), (text, before) => {
      const csv = gradesCsv(grades(`${before}${text}`)).replace(/^\ufeff/, "");
      const cells = [...csv.split(/[,;|\r\n]/), ...cellsOf(csv, ";").flat()];
      expect(cells.filter((cell) => formula.test(cell.replace(/^"?'/, "x")))).toEqual([]);
    }),
  );
});

import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { GradesError } from "../error";
import type { ClassGrades, GradedSubmission } from "../grades";
import { marks, submission, madeGrades, type MadeMark } from "../testing/class";
import { hostile } from "../testing/hostile";
import { QUESTIONS } from "../testing/questions";
import { filledWorksheet, type WorksheetOptions } from "./worksheet";

const FULL = QUESTIONS.map((): MadeMark => ["right"]);

/** A submission in which everything is decided: half of the points, unless said otherwise. */
function decided(id: string, made: Partial<GradedSubmission> = {}): GradedSubmission {
  return submission(id, made.student?.name ?? id, {
    marks: marks(...FULL.map((): MadeMark => ["partly", { says: "x" }])),
    ...made,
  });
}

function student(name: string, number = "") {
  return { name, number, clients: [] };
}

function fill(text: string, of: readonly GradedSubmission[], options: Partial<WorksheetOptions> = {}) {
  const grades: ClassGrades = { ...madeGrades("fr"), submissions: of };
  return filledWorksheet(text, grades, { reveal: "points", ...options });
}

function cellsOf(text: string, delimiter: string): string[][] {
  return parse(text, { delimiter, bom: true, relax_column_count: true });
}

const ENGLISH = [
  `Identifier,"Full name","Email address",Status,Grade,"Maximum grade","Grade can be changed","Last modified (submission)","Last modified (grade)","Feedback comments"`,
  `"Participant 900110","Léa Martin",lea@uni.example,"Submitted for grading",,100.00,Yes,"Friday, 6 November 2026, 10:12 AM",-,`,
  `"Participant 900111","Jean ""J"" Dupont",jean@uni.example,"No submission",12.00,100.00,Yes,-,-,"<p>two\nlines, ""quoted""</p>"`,
  "",
].join("\r\n");

const FRENCH = [
  "Identifiant;Nom complet;Adresse de courriel;Statut;Note;Note maximale;La note peut être modifiée;Dernière modification (note);Feedback par commentaires",
  "Participant900110;MARTIN Léa;lea@uni.example;' -;;20,00;Oui;-;",
  "Participant900111;DUPONT Jean;jean@uni.example;' -;;20,00;Oui;-;",
].join("\n");

describe("the grade", () => {
  test("is on the worksheet's scale, and the row keeps all else", () => {
    const { text } = fill(ENGLISH, [decided("x", { record: "900110" })]);
    const [, lea] = cellsOf(text, ",");
    expect(lea?.[4]).toBe("50");
    expect(lea?.filter((_, i) => i !== 4 && i !== 9)).toEqual(
      cellsOf(ENGLISH, ",")[1]?.filter((_, i) => i !== 4 && i !== 9),
    );
    expect(text.split("\r\n")[1]).toMatch(
      /^"Participant 900110","Léa Martin",lea@uni\.example,"Submitted for grading",50,100\.00,Yes,"Friday, 6 November 2026, 10:12 AM",-,"/,
    );
  });

  test("has a decimal comma where the worksheet has", () => {
    const { text } = fill(FRENCH, [decided("x", { record: "900111", points: 5.05 })]);
    expect(cellsOf(text, ";")[2]?.[4]).toBe("12,63");
  });

  test("stays one cell where commas also separate cells", () => {
    const commas = FRENCH.replaceAll("20,00", '"20,00"').replaceAll(";", ",");
    const { text } = fill(commas, [decided("x", { record: "900111", points: 5.05 })]);
    expect(cellsOf(text, ",")[2]?.[4]).toBe("12,63");
    expect(text).toContain('"12,63"');
  });

  test("is the points themselves where the worksheet has no maximum", () => {
    const { text } = fill("Identifiant\tNote\nParticipant900110\t\n", [
      decided("x", { record: "900110", points: 5.05 }),
    ]);
    expect(text).toBe("Identifiant\tNote\nParticipant900110\t5,05\n");
  });

  test.each(["Réussi", "-", "0", ""])("is not filled in where the maximum is %j", (maximum) => {
    const text = `Identifiant;Note;Note maximale\nParticipant900110;;${maximum}\n`;
    const filled = fill(text, [decided("Léa", { record: "900110" })]);
    expect(filled.text).toBe(text);
    expect(filled.notes.map(({ fr }) => fr)).toContain(
      "Aucune note n'est inscrite sur 1 ligne dont la note maximale n'est pas un nombre : Léa.".replaceAll(
        " :",
        "\u00a0:",
      ),
    );
  });

  test.each([
    ["waiting", { marks: marks(["teacher", { says: "x" }]) }],
    ["unread", { marks: marks(["ungradable", { says: "x" }]) }],
    ["refused", { refused: { en: "broken", fr: "abîmé" }, marks: [] }],
  ])("is not filled in for a submission that is not decided (%s)", (_, made) => {
    const { text, notes } = fill(ENGLISH, [decided("Léa", { record: "900110", ...made })]);
    expect(text).toBe(ENGLISH);
    expect(notes[0]?.en).toBe("Moodle's worksheet: 0 of 2 grades filled in.");
    expect(notes[1]?.en).toMatch(/^No grade was filled in for 1 (student|submission) .*: L.a/);
  });

  test("is filled in for them if the teacher wants it", () => {
    const waiting = decided("x", { record: "900110", marks: marks(["teacher", { says: "x" }]), points: 4 });
    const [, lea] = cellsOf(fill(ENGLISH, [waiting], { includeWaiting: true }).text, ",");
    expect(lea?.[4]).toBe("50");
    expect(lea?.[9]).toContain("1 answer is still to be read");
  });

  test("stays as it is where Moodle has locked it", () => {
    const locked = FRENCH.replace("Oui", "Non");
    const { text, notes } = fill(locked, [decided("x", { record: "900110" })]);
    expect(text).toBe(locked);
    expect(notes.map(({ en }) => en).join()).toContain("does not let you change");
  });

  test("of 0 is told of, since Moodle may pass over it", () => {
    const { notes } = fill(FRENCH, [decided("x", { record: "900110", points: 0 })]);
    expect(notes.map(({ en }) => en).join()).toMatch(/1 grade of 0: .*MARTIN Léa/);
  });
});

describe("a submission is found", () => {
  const rowOf = (made: Partial<GradedSubmission>, text = FRENCH) =>
    cellsOf(fill(text, [decided("some-id", made)]).text, ";").findIndex((row) => row[4] === "10");

  test.each([
    ["its record number, whatever the name says", { record: "900111", student: student("Léa Martin") }, 2],
    ["its record number with a word before it", { record: "Participant 900110" }, 1],
    [
      "an e-mail address in the place of the student number",
      { student: student("?", "JEAN@uni.example") },
      2,
    ],
    ["an e-mail address as the name of its folder", { id: "lea@uni.example", student: student("") }, 1],
    ["its name, without accents and in another order", { student: student("lea martin") }, 1],
    ["the name of its folder, where the sheet has no name", { id: "Jean Dupont", student: student("") }, 2],
  ] as const)("by %s", (_, made, row) => {
    expect(rowOf(made)).toBe(row);
  });

  test("by its student number", () => {
    const numbered = FRENCH.replace("Adresse de courriel", "Numéro d’identification")
      .replace("lea@uni.example", "22100001")
      .replace("jean@uni.example", "22100002");
    expect(rowOf({ student: student("somebody", "22100002") }, numbered)).toBe(2);
  });

  test.each([
    ["its record number is another's", { record: "900112", student: student("Léa Martin") }],
    [
      "its number says one student, and its name another",
      { student: student("Léa Martin", "jean@uni.example") },
    ],
    ["nothing fits", { student: student("Martin") }],
  ])("not where %s", (_, made) => {
    const { text, notes } = fill(FRENCH, [decided("some-id", made)]);
    expect(text).toBe(FRENCH);
    expect(notes.map(({ en }) => en).join()).toMatch(
      /1 submission (not found|that could be more than one row)/,
    );
  });

  test("not by a name that two students have", () => {
    const twice = FRENCH.replace("DUPONT Jean", "Léa Martin");
    expect(fill(twice, [decided("x", { student: student("Léa Martin") })]).text).toBe(twice);
  });

  test("not where two submissions have the same row, unless one has its record number", () => {
    const [one, other] = [decided("a"), decided("b")].map((it) => ({
      ...it,
      student: student("Léa Martin"),
    }));
    if (one === undefined || other === undefined) throw new Error("two submissions");
    expect(fill(FRENCH, [one, other]).text).toBe(FRENCH);
    const { text, notes } = fill(FRENCH, [{ ...one, record: "900110" }, other]);
    expect(cellsOf(text, ";")[1]?.[4]).toBe("10");
    expect(notes.map(({ en }) => en).join()).toContain("1 submission that could be more than one row");
  });

  test("and who is missing on either side is told", () => {
    const { notes } = fill(FRENCH, [decided("z", { record: "7", student: student("Zoé") })]);
    expect(notes.map(({ en }) => en)).toEqual([
      "Moodle's worksheet: 0 of 2 grades filled in.",
      "1 submission not found on the worksheet: Zoé.",
      "2 rows of the worksheet without a submission here: MARTIN Léa, DUPONT Jean.",
    ]);
  });
});

describe("the feedback", () => {
  const of = (made: MadeMark, reveal: "points" | "reasons") => {
    const own = decided("x", { record: "900110", marks: marks(...FULL.slice(1), made) });
    return cellsOf(fill(ENGLISH, [own], { reveal }).text, ",")[1]?.[9] ?? "";
  };

  test("says what is revealed, and nothing more", () => {
    expect(of(["wrong", { says: "x", decided: { note: "KEY-note" } }], "points")).not.toContain("KEY");
    expect(of(["wrong", { says: "x" }], "points")).toContain("not right, 0 of 1");
    expect(of(["wrong", { says: "x", decided: { note: "KEY-note" } }], "reasons")).toMatch(
      /KEY-6\.1-commands: because<br>From the teacher: KEY-note/,
    );
  });

  test("that was there is told of when it is replaced", () => {
    const { text, notes } = fill(ENGLISH, [decided("x", { record: "900111" })]);
    expect(text).not.toContain("two\nlines");
    expect(notes.map(({ en }) => en).join()).toMatch(/1 feedback comment .* replaced: Jean/);
  });

  test("is harmless to browsers and spreadsheets, whatever it quotes", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const same = { en: text, fr: text };
        const cell = of(
          ["wrong", { says: text, tells: [same], reasons: [same], decided: { note: text } }],
          "reasons",
        );
        expect(cell.replace(/<\/?(?:p|strong|ul|li|em|br)>/g, "")).not.toMatch(/[<>]/);
        expect(
          cell.split(/[,;|]/).filter((part) => /^[\s"'“”]*[=+\-@]/.test(part.replace(/^'/, "x"))),
        ).toEqual([]);
        expect(cell).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 40 },
    );
  });
});

describe("all else", () => {
  const anyCell = fc.oneof(
    hostile,
    fc.constantFrom("", "-", "=1+1", "a;b", "x\r\ny", '"', "12,5", "é ", " "),
  );

  test("stays byte for byte, and so do the rows of others", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyCell, anyCell, fc.boolean()), { maxLength: 6 }),
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n"),
        fc.constantFrom("", "\ufeff"),
        fc.boolean(),
        (others, delimiter, end, bom, hasEnd) => {
          const cell = (text: string, quoted: boolean) =>
            quoted || /["\r\n,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
          const rows = others.map(([one, two, quoted], i) =>
            [`Participant${i + 1}`, cell(one, quoted), "", cell(two, quoted)].join(delimiter),
          );
          const mine = (grade: string) => [`Participant900110`, `"Léa ""L"""`, grade, "é "].join(delimiter);
          const text = (grade: string) =>
            bom +
            [["Identifiant", "Statut", "Note", "Groupe"].join(delimiter), ...rows, mine(grade)].join(end) +
            (hasEnd ? end : "");
          expect(fill(text(""), [decided("x", { record: "900110" })]).text).toBe(text("4"));
        },
      ),
      { numRuns: 200 },
    );
  });
});

test.each([
  ["a table of something else", "Nom;Prénom;Note\nMartin;Léa;12\n", /no column .Identifier. and .Grade./],
  ["nothing", "", /no column/],
  [
    "quotation marks that are never closed",
    'Identifiant;Note\nParticipant1;"\n',
    /cannot be read as a table: see line \d/,
  ],
])("%s is refused in one sentence", (_, text, message) => {
  expect(() => fill(text, [])).toThrow(GradesError);
  expect(() => fill(text, [])).toThrow(message);
});

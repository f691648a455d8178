import fc from "fast-check";
import { LANGS, type Lang } from "../../words/text";
import { classPage } from "./class/page";
import type { ClassGrades, GradedSubmission } from "./grades";
import { studentPage } from "./student/page";
import { madeGrades, submission, marks } from "./testing/class";
import { attribute, elementsOf, skeletonOf, textOf } from "./testing/dom";
import { hostile } from "./testing/hostile";
import { kept } from "./testing/kept";
import { seen, type View } from "./visibility";

function pageOf(grades: ClassGrades, id: string, view: View): string {
  const own = grades.submissions.find((one) => one.id === id);
  return own === undefined ? "" : studentPage(seen(own, grades.questions, view), grades.lang);
}

const LEA = "Lea Martin_900110_assignsubmission_file";

describe.each(LANGS)("in %s", (lang) => {
  const grades = madeGrades(lang);

  test("the page of a student, before and after the marks are published", () => {
    for (const view of ["before", "points", "reasons"] as const) {
      const page = pageOf(grades, LEA, view);
      expect(page).toBe(kept(`student-${view}.${lang}.html.txt`, page));
    }
  });

  test("the page of a student who means mischief", () => {
    const page = pageOf(grades, "formula", "points");
    expect(page).toBe(kept(`student-mischief.${lang}.html.txt`, page));
  });

  test("the page of a submission that was refused says why", () => {
    const own = grades.submissions.find(({ refused }) => refused !== undefined);
    expect(pageOf(grades, own?.id ?? "", "before")).toContain(own?.refused?.[lang]);
  });

  test("the page of the class", () => {
    const page = classPage(grades, "before");
    expect(page).toBe(kept(`class.${lang}.html.txt`, page));
  });
});

/** A class of one, whose every text is `text`. */
function saying(text: string, lang: Lang): ClassGrades {
  const same = { en: text, fr: text };
  const made = { says: text, tells: [same], reasons: [same], decided: { note: text } };
  const excerpt = {
    ...made,
    written: (["excerpt", "commands"] as const).map((place) => ({ place, text, line: 1 })),
  };
  const one = (id: string, more: Partial<GradedSubmission> = {}) =>
    submission(id, text, {
      student: { name: text, number: text, clients: [text] },
      file: text,
      marks: marks(["wrong", excerpt], ["teacher", made], ["right", made], ["partly", made]),
      problems: [{ line: 1, column: 1, what: same }],
      ...more,
    });
  return {
    ...madeGrades(lang),
    broker: text,
    submissions: [one(text), one(`${text}2`, { refused: same, marks: [] })],
    likenesses: [{ kind: "excerpt", between: [text, `${text}2`], question: text, text }],
  };
}

describe("whatever students write", () => {
  const pagesOf = (grades: ClassGrades) => [
    classPage(grades, "points"),
    ...grades.submissions.map((one) => studentPage(seen(one, grades.questions, "reasons"), grades.lang)),
  ];

  test("no page gets an element or an attribute from it", () => {
    const harmless = pagesOf(saying("x", "fr")).map(skeletonOf);
    fc.assert(
      fc.property(hostile, (text) => {
        expect(pagesOf(saying(text, "fr")).map(skeletonOf)).toEqual(harmless);
      }),
      { numRuns: 60 },
    );
  });

  test("every link leads to a student's page or to a place on the page itself", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const links = pagesOf(saying(text, "en"))
          .flatMap(elementsOf)
          .flatMap((one) => attribute(one, "href") ?? []);
        expect(links.filter((link) => !/^(#|students\/)[^:/?"<>]*$/.test(link))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test("nothing hidden is left in a page", () => {
    const pages = pagesOf(saying("a\u202e\u0000\u001b[31m\u200b\rb", "en")).join("");
    expect(pages).not.toMatch(/[^\P{Cc}\n]|[\u200b\u202e]/u);
    expect(pages).toContain("\\u202e");
  });
});

describe("a page", () => {
  const grades = madeGrades("en");
  const pages = [classPage(grades, "before"), pageOf(grades, LEA, "reasons")];

  test("stands by itself, and forbids whatever it does not need", () => {
    const [one = ""] = pages;
    const policy = elementsOf(one).find((element) => attribute(element, "http-equiv") !== undefined);
    expect(attribute(policy ?? fail(), "content")).toMatch(/^default-src 'none'; style-src 'sha256-/);
    const used = pages.flatMap(elementsOf).flatMap(({ attrs }) => attrs.map(({ name }) => name));
    expect(used.filter((name) => name === "src" || name === "style" || name.startsWith("on"))).toEqual([]);
  });

  test.each(["before", "points"] as const)("links only to places that there are (%s)", (view) => {
    const elements = elementsOf(pageOf(grades, LEA, view));
    const ids = elements.flatMap((element) => attribute(element, "id") ?? []);
    const links = elements.flatMap((element) => attribute(element, "href") ?? []);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((link) => !ids.includes(decodeURIComponent(link.slice(1))))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("has headings without gaps, and tables with captions and scopes", () => {
    for (const page of pages) {
      const elements = elementsOf(page);
      const levels = elements.flatMap(({ tagName }) => /^h([1-6])$/.exec(tagName)?.[1] ?? []).map(Number);
      expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
      const tables = elements.filter(({ tagName }) => tagName === "table");
      expect(tables.map((table) => "tagName" in (table.childNodes[1] ?? {}))).toEqual(tables.map(() => true));
      const heads = elements.filter(({ tagName }) => tagName === "th");
      expect(heads.every((head) => attribute(head, "scope") !== undefined)).toBe(true);
    }
  });

  test("says every outcome with a word, not with a colour or a sign alone", () => {
    const outcomes = elementsOf(pageOf(grades, LEA, "points")).filter((one) =>
      attribute(one, "class")?.startsWith("outcome "),
    );
    expect(outcomes.map((one) => textOf(one).replace(/ ·.*/, ""))).toEqual([
      "✔ right",
      "? still to be read",
      "✔ right",
      "✔ right",
      "≈ partly right",
      "✔ right",
    ]);
  });

  test("shows the picture of the class in words too", () => {
    const described = elementsOf(pages[0] ?? "").find(({ tagName }) => tagName === "desc");
    expect(textOf(described ?? fail())).toBe(
      "0.8 to 1.6 points: 1; 2.4 to 3.2 points: 1; 4.8 to 5.6 points: 2",
    );
  });

  test("cuts an answer that is too long", () => {
    const page = pageOf(grades, "formula", "points");
    expect(page).toMatch(/PUBACK PUBA?C?K?…/);
    expect(page.length).toBeLessThan(16_000);
  });
});

test("answers that are the same are to be read once", () => {
  const page = classPage(madeGrades("en"), "before");
  expect(page.match(/carte postale/g)).toHaveLength(1);
  expect(page).toContain("1 answer, from 2 students");
  expect(page).toContain('href="students/formula.html#2.4-qos0"');
});

function fail(): never {
  throw new Error("not on the page");
}

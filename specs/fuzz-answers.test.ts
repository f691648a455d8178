/** What the fuzzer holds reports against finds what it is there to find. */
import fc from "fast-check";
import { mustBeInertTable } from "../scripts/fuzz/answers/oracles/csv";
import { mustBeInert, mustBeInertFiles } from "../scripts/fuzz/answers/oracles/files";
import { mustBeInertFragment, mustBeInertPage, skeletonOf } from "../scripts/fuzz/answers/oracles/html";
import { mustBeJson, mustCommandNothing } from "../scripts/fuzz/answers/oracles/json";
import { mustBePlain, mustBeSentence } from "../scripts/fuzz/answers/oracles/text";
import { mustBeXml } from "../scripts/fuzz/answers/oracles/xml";
import { zipOf } from "../scripts/fuzz/answers/zip";
import { sideBySide } from "../scripts/fuzz/side-by-side";
import { waitingTarget } from "../scripts/fuzz/target";
import { openArchive } from "../src/cli/grade/handed/archive";
import { markup } from "../src/report/grades/html/markup";
import { page } from "../src/report/grades/html/page";
import { madeGrades } from "../src/report/grades/testing/class";
import { gradeFiles } from "../src/report/grades/write";
import { same } from "../src/words/text";

const RELEASE = { published: true, reveal: "reasons" } as const;

function pageWith(html: string): string {
  return page({ lang: "en", title: "T", style: "p { color: red }", main: { markup: html } });
}

describe("a page", () => {
  it("with texts in it does nothing", () => {
    const text = markup`<p><a href="students/a.html#b">${"<script>alert(1)</script>"}</a></p>`;
    expect(() => {
      mustBeInertPage(pageWith(text.markup));
    }).not.toThrow();
  });

  it.each([
    ["a script", "<script>alert(1)</script>", "<script>"],
    ["a picture from elsewhere", "<img src=x>", "<img>"],
    ["a handler", '<p onclick="alert(1)">', "onclick"],
    ["a style of its own", '<p style="color: red">', "style"],
    ["a second style", "<style>p { color: blue }</style>", "2 styles"],
    ["a link that is a program", '<a href="javascript:alert(1)">x</a>', "javascript:"],
    ["the same in disguise", '<a href="java&#10;script&colon;alert(1)">x</a>', "a link to"],
    ["a link to elsewhere", '<a href="//evil.example">x</a>', "a link to"],
    ["a form", "<form>", "<form>"],
    ["a frame", "<iframe>", "<iframe>"],
    ["another policy", '<meta http-equiv="refresh" content="0">', "policy"],
  ])("with %s is found", (_, html, why) => {
    expect(() => {
      mustBeInertPage(pageWith(`<p>${html}</p>`));
    }).toThrow(why);
  });

  it("with a style that was changed, or without its policy, is found", () => {
    const sound = pageWith("<p>x</p>");
    const check = (html: string) => () => {
      mustBeInertPage(html);
    };
    expect(check(sound.replace("color: red", "color: blue"))).toThrow("another style");
    expect(check(sound.replace("http-equiv", "name"))).toThrow("no policy");
    expect(check(sound.replace("default-src 'none'", "default-src *"))).toThrow("a policy that allows");
  });

  it("in part is held against the same", () => {
    expect(() => {
      mustBeInertFragment("<ul><li><svg onload=alert(1)>");
    }).toThrow("onload");
  });

  it("with one element more has another skeleton", () => {
    expect(skeletonOf(pageWith("<p>x</p>"))).not.toBe(skeletonOf(pageWith("<p>x<b>y</b></p>")));
    expect(skeletonOf(pageWith("<p>x</p>"))).toBe(skeletonOf(pageWith("<p>&lt;b&gt;</p>")));
  });
});

describe("a table", () => {
  const check = (csv: string, separator = ",") => {
    mustBeInertTable(csv, separator);
  };

  it("of texts and numbers does nothing", () => {
    expect(() => {
      check("id,points\r\nJean-Luc,-2.5\r\n\"'=1+1, x\",'+3\r\n");
    }).not.toThrow();
  });

  it.each([
    ["=1+1", "a formula"],
    [' +1"', "a formula"],
    ["-2+3", "a formula"],
    ["@SUM(1)", "a formula"],
    ["＝1", "a formula"],
    ["x;=1", "a formula"],
    ['"a\n=1"', "a formula"],
    ['"\t=1"', "a formula"],
    ["a\u0007b", "a control character"],
    ["a,b", "rows of"],
  ])("with %j in it is found", (cell, why) => {
    expect(() => {
      check(`id,points\r\n${cell.startsWith(" ") ? `"${cell.replaceAll('"', '""')}"` : cell},1\r\n`);
    }).toThrow(why);
  });
});

describe("XML", () => {
  it.each([
    '<?xml version="1.0" encoding="UTF-8"?>\n<a b="c &lt;"><d/>x ] ]] &#10; é😀<![CDATA[<e>]]></a>\n',
    "<a/>",
  ])("that is sound: %s", (xml) => {
    expect(() => {
      mustBeXml(xml);
    }).not.toThrow();
  });

  it.each([
    "<a>",
    "<a></b>",
    "<a></a><b></b>",
    "<a>&b;</a>",
    "<a>&</a>",
    "<a>]]></a>",
    "<a b='c'/>",
    '<a b="<"/>',
    '<a b="c" b="d"/>',
    "<a>\u0000</a>",
    "<a>\ufffe</a>",
    "<a>\ud800</a>",
    "<!DOCTYPE a><a/>",
    "<a><!-- b --></a>",
    "x<a/>",
    "",
  ])("that is none: %j", (xml) => {
    expect(() => {
      mustBeXml(xml);
    }).toThrow();
  });
});

test.each<[string, () => void]>([
  ["JSON that is none", () => mustBeJson("{")],
  ["JSON with half a character", () => mustBeJson('"\ud800"')],
  [
    "a command of a runner",
    () => {
      mustCommandNothing({ a: ["x\n::set-output name=a::b"] });
    },
  ],
  [
    "the older form of it",
    () => {
      mustCommandNothing("x ##[add-mask]y");
    },
  ],
  [
    "what a terminal obeys",
    () => {
      mustBePlain("a\u001b[31m");
    },
  ],
  [
    "what turns a line round",
    () => {
      mustBePlain("a\u202eb");
    },
  ],
  [
    "a sentence in one language",
    () => {
      mustBeSentence({ en: "x", fr: " " });
    },
  ],
  [
    "a sentence without end",
    () => {
      mustBeSentence(same("x".repeat(10_000)));
    },
  ],
])("%s is found", (_, check) => {
  expect(check).toThrow();
});

describe("the files of a class", () => {
  const files = [...gradeFiles(madeGrades("fr"), { release: RELEASE })];

  it("as they are written do nothing, and are what harmless answers give", () => {
    expect(() => {
      mustBeInert(files, ";");
      mustBeInertFiles(madeGrades("fr"), RELEASE);
    }).not.toThrow();
  });

  it.each([
    ["class.html", "<main>", "<main><script>x</script>"],
    ["grades.csv", "22104567", "=22104567"],
    ["grades.json", '"version"', 'version"'],
    ["github/formula.json", '"message": "', '"message": "::error::'],
    ["junit.xml", "</testsuites>", ""],
    ["students/formula.html", "</h1>", "\u001b</h1>"],
  ])("with a fault planted in %s are found", (path, sound, planted) => {
    const spoilt = files.map((file) =>
      file.path === path ? { ...file, text: file.text.replace(sound, planted) } : file,
    );
    expect(spoilt).not.toEqual(files);
    expect(() => {
      mustBeInert(spoilt, ";");
    }).toThrow();
  });

  it("under a name that climbs are found", () => {
    expect(() => {
      mustBeInert([{ path: "students/../../x.html", text: "" }], ";");
    }).toThrow("a file called");
  });
});

describe("what waits", () => {
  it("is found when it throws", async () => {
    const check = (input: number) => (input > 700 ? Promise.reject(new Error("no")) : Promise.resolve());
    const failure = await waitingTarget("reader", 100, fc.nat(999), check).play({ runs: 500, seed: 42 });
    expect(failure).toMatchObject({ why: expect.stringContaining("no") as string, counterexample: "701" });
  });

  it("is found when it waits for ever", async () => {
    const check = (input: number) => (input === 7 ? new Promise<void>(() => undefined) : Promise.resolve());
    const target = waitingTarget("reader", 100, fc.integer({ min: 7, max: 8 }), check, { slice: 20 });
    expect(await target.play({ runs: 5, seed: 42 })).toMatchObject({ counterexample: "7" });
  });

  it("in a process of its own is found when it ends without a word, or hangs", async () => {
    const said = jest.spyOn(console, "log").mockImplementation(() => undefined);
    const ending = [
      ["-e", "console.log('3 passed, 1 failed')"],
      ["-e", "process.exit(0)"],
    ];
    expect(await sideBySide(ending)).toEqual({ passed: 3, failed: 2 });
    expect(said).not.toHaveBeenCalled();
    expect(await sideBySide([["-e", "for (;;);"]], 300)).toEqual({ passed: 0, failed: 1 });
    expect(said).toHaveBeenCalledTimes(1);
    said.mockRestore();
  });
});

it("archives that the fuzzer writes are archives", async () => {
  const name = Buffer.from("answers.yaml");
  const [sheet, other] = [Buffer.from("x".repeat(500)), Buffer.from("y")];
  const bytes = zipOf([
    { name, content: sheet },
    { name, content: other, isStored: true },
    { name: Buffer.from("link"), content: other, isLink: true },
  ]);
  const { files, close } = await openArchive(bytes, 10);
  const contents = await Promise.all(files.map(({ read }) => read(1000)));
  close();
  expect(contents).toEqual([sheet, other, other]);
  expect(files.map(({ isLink }) => isLink)).toEqual([false, false, true]);
});

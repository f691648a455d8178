import { LANGS } from "../words/text";
import { consoleReport } from "./console/console";
import { junit } from "./junit/junit";
import { REPORTERS } from "./reporters";
import { summary } from "./summary";
import { expected } from "./testing/expected";
import { madeReport, nothingJudged } from "./testing/report";

const plain = consoleReport({ colour: false, columns: 100 });

describe.each(LANGS)("in %s", (lang) => {
  test("the screen", () => {
    const text = plain(madeReport(lang));
    expect(text).toBe(expected(`console.${lang}.txt`, text));
  });

  test("the screen when nothing was judged", () => {
    const text = plain(nothingJudged(lang));
    expect(text).toBe(expected(`console-nothing.${lang}.txt`, text));
  });

  test("junit.xml", () => {
    const text = junit(madeReport(lang));
    expect(text).toBe(expected(`junit.${lang}.xml`, text));
  });

  test("summary.md", () => {
    const text = summary(madeReport(lang));
    expect(text).toBe(expected(`summary.${lang}.md.txt`, text));
  });
});

test("no line of the screen is longer than the terminal is wide", () => {
  const lines = consoleReport({ colour: false, columns: 72 })(madeReport("fr")).split("\n");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(72);
});

test("colours change nothing but colours", () => {
  const coloured = consoleReport({ colour: true, columns: 100 })(madeReport("en"));
  expect(coloured).toContain("\u001b[31m");
  // eslint-disable-next-line no-control-regex -- the colours are what is taken away
  expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(plain(madeReport("en")));
});

test("nothing that a broker sent reaches the terminal or the XML as a control character", () => {
  const text = plain(madeReport("en")) + junit(madeReport("en"));
  expect(text).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  expect(text).toContain("\\x07");
});

test("results.json is the results", () => {
  const report = madeReport("en");
  expect(JSON.parse(REPORTERS["results.json"](report))).toEqual(report.results);
});

test("broker.log holds the log's lines and nothing else", () => {
  expect([...REPORTERS["broker.log"](madeReport("en"))].join("")).toBe(
    "1: mosquitto version 2.0.11 starting\n",
  );
});

test("every case of junit.xml has a name of its own", () => {
  const names = [...junit(madeReport("en")).matchAll(/<testcase classname="([^"]*)" name="([^"]*)"/g)].map(
    ([, classname, name]) => `${classname} ${name}`,
  );
  expect(names).toHaveLength(madeReport("en").results.claims.length);
  expect(new Set(names).size).toBe(names.length);
});

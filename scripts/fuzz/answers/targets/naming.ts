/** Names of what is handed in, and who says whose it is: they become ids, names of files, links and columns. */
import fc from "fast-check";
import { entryName } from "../../../../src/judge/answers/submission/entry-name";
import { gradescopeSubmitters } from "../../../../src/judge/answers/submission/gradescope";
import { foldedName, idsFor } from "../../../../src/judge/answers/submission/ids";
import { onlineText } from "../../../../src/judge/answers/submission/online-text";
import { climbs, tamePath } from "../../../../src/judge/answers/submission/path";
import { isSheet } from "../../../../src/judge/answers/submission/recognise";
import { harmless } from "../../../../src/report/grades/csv/harmless";
import { fileName } from "../../../../src/report/grades/files";
import { linesOf } from "../../../../src/report/grades/html/markup";
import { cdataText, markdown, printable } from "../../../../src/report/text/printable";
import { must } from "../../checks";
import { target, type Target } from "../../target";
import { mustBeInertCells } from "../oracles/csv";
import { mustBePlain } from "../oracles/text";
import { mustBeXml } from "../oracles/xml";
import { mischief, text } from "../texts";

const PARTS = [
  "..",
  ".",
  "/",
  "\\",
  "C:",
  "con",
  "NUL.txt",
  "~",
  "_900110_assignsubmission_file_",
  "_assignsubmission_onlinetext",
  "submission_12",
  ".yaml",
  ".zip",
  "é",
  "e\u0301",
  "İ",
  "ﬀ",
  " ",
  "__MACOSX",
  "a".repeat(300),
  "😀".repeat(70),
] as const;

export const name = fc
  .array(
    fc.oneof({ arbitrary: fc.constantFrom(...PARTS), weight: 3 }, mischief, fc.string({ maxLength: 6 })),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(""));

/** What some system keeps for itself, or takes for a way elsewhere. */
const NO_FILE = /[\p{Cc}\p{Cs}/\\<>:"|?*]|^\.|[. ]$|^$/u;

const names = target("names", 22, fc.array(name, { minLength: 1, maxLength: 4 }), (all) => {
  const different = [...new Set(all)];
  const ids = [...idsFor(different, (one) => entryName(one).key).values()];
  must(ids.length === different.length, "a name without an id");
  must(new Set(ids.map(foldedName)).size === ids.length, "two ids that a file system takes for one");
  for (const file of [...ids, ...different.map(fileName)]) {
    must(!NO_FILE.test(file), `no name of a file: ${JSON.stringify(file)}`);
    must(Buffer.byteLength(file) <= 240, `a name of ${Buffer.byteLength(file)} bytes`);
  }
  for (const one of different) {
    const tame = tamePath(one);
    must(!climbs(tame) || /^[a-z]:/i.test(tame), `it still climbs: ${JSON.stringify(tame)}`);
  }
});

const shown = target("texts that are shown", 20, text, (said) => {
  mustBePlain(printable(said));
  mustBePlain(markdown(said));
  must(
    !/[&<>"]/.test(linesOf(said).markup.replace(/&(?:amp|lt|gt|quot);/g, "")),
    "what HTML gives a meaning to",
  );
  mustBeInertCells([harmless(said), ...harmless(said).split(/[,;|\t]/)]);
  mustBeXml(`<a><![CDATA[${cdataText(said)}]]></a>`);
});

const METADATA = [
  "submission_1:\n",
  "  :submitters:\n",
  "  - :name: ",
  "    :sid: ",
  "'",
  '"',
  "\n",
  "  :score: 3\n",
  " ".repeat(3000),
  "x",
];
const metadata = fc
  .array(fc.oneof({ arbitrary: fc.constantFrom(...METADATA), weight: 3 }, text), { maxLength: 14 })
  .map((pieces) => pieces.join(""));

const HTML = [
  "<p>",
  "<br>",
  "</p>",
  "<",
  ">",
  "&#60;",
  "&#x110000;",
  "&amp;lt;",
  "<!--",
  "2.4-qos0:",
  "<a href=",
  "<p ".repeat(300),
  "&#".repeat(300),
];
const online = fc
  .array(fc.oneof({ arbitrary: fc.constantFrom(...HTML), weight: 3 }, text), { maxLength: 14 })
  .map((pieces) => pieces.join(""));

const IDS = new Set(["2.4-qos0", "2.4-qos1"]);

const platforms = target("platforms' texts", 12, fc.record({ metadata, online }), (input) => {
  for (const [folder, submitters] of gradescopeSubmitters(input.metadata)) {
    must(/^submission_\d+$/.test(folder), `a folder called ${folder}`);
    must(!/\n/.test(submitters.name + submitters.number), "a name of several lines");
  }
  const plain = onlineText(input.online);
  must(plain.length <= input.online.length, "a text longer than its HTML");
  isSheet(plain, IDS);
});

export const NAMING: readonly Target[] = [names, shown, platforms];

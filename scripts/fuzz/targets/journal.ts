/** Lines of `journal.jsonl`. */
import fc from "fast-check";
import { entry, RUN } from "../../../src/evidence/journal/arbitrary-entry";
import { journalLines } from "../../../src/evidence/journal/file";
import { parseEntry } from "../../../src/evidence/journal/line";
import { isText } from "../../../src/words/text";
import { mutated } from "../bytes";
import { must } from "../checks";
import { target } from "../target";
import { anyText } from "../../../src/words/testing/any-text";

const line = fc
  .oneof({ arbitrary: entry, weight: 9 }, { arbitrary: fc.constant(RUN), weight: 1 })
  .map((one) => {
    const [text = ""] = journalLines([one]);
    return text.trimEnd();
  });

/** Values that are not what their field demands. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom({ toString: 1, valueOf: 1 }, { length: 3 }, [["tls"]], "__proto__", -0, 1e308, ""),
);

/** A field replaced, added or taken away. */
const changed = fc.tuple(line, fc.nat(20), fc.option(odd, { nil: undefined })).map(([text, at, value]) => {
  const raw = JSON.parse(text) as Record<string, unknown>;
  const names = [...Object.keys(raw), ...OPTIONAL];
  return JSON.stringify({ ...raw, [names[at % names.length] ?? ""]: value });
});

const OPTIONAL = ["port", "listener", "certificate", "withheld", "exercises", "__proto__"];

const inputs = fc.oneof(
  changed,
  mutated(line.map((text) => Buffer.from(text))).map((bytes) => bytes.toString()),
  fc.json(),
  anyText({ maxLength: 60 }),
  fc
    .tuple(fc.constantFrom("[", '{"a":', '"'), fc.integer({ min: 1, max: 3000 }))
    .map(([text, n]) => text.repeat(n)),
);

export const journal = target("journal lines", 10, inputs, (text) => {
  const parsed = parseEntry(text);
  if ("why" in parsed) {
    must(isText(parsed.why), "a complaint without words");
    const { column } = parsed;
    must(
      Number.isInteger(column) && column >= 1 && column <= text.length + 1,
      `there is no column ${column}`,
    );
    return;
  }
  // Whatever was let in can be written again.
  must([...journalLines([parsed.entry])].length === 1, "an entry that is not one line");
});

import Ajv from "ajv";
import { readFileSync } from "node:fs";
import { resultsSchema, SCHEMA_FILE } from "../../scripts/schema";
import { madeReport } from "./testing/report";

const kept: unknown = JSON.parse(readFileSync(SCHEMA_FILE, "utf8"));
const valid = new Ajv({ strict: true, allErrors: true }).compile(kept as object);

test("the schema in the repository is the one that the type gives (npm run schema writes it)", () => {
  expect(kept).toEqual(JSON.parse(resultsSchema()));
});

test("results with every verdict are valid", () => {
  expect(valid(madeReport("en").results)).toBe(true);
});

test.each([
  ["a verdict that there is not", { claims: [{ ...madeReport("en").results.claims[0], verdict: "maybe" }] }],
  ["a field that the type does not know", { extra: 1 }],
  ["a missing summary", { summary: undefined }],
])("%s is not valid", (_what, change) => {
  const results: unknown = JSON.parse(JSON.stringify({ ...madeReport("en").results, ...change }));
  expect(valid(results)).toBe(false);
});

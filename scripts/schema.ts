/** `npm run schema`: writes the JSON Schema of results.json anew, from the type in `src/judge/results.ts`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createGenerator } from "ts-json-schema-generator";

const ROOT = join(__dirname, "..");
export const SCHEMA_FILE = join(ROOT, "src/report/results.schema.json");

/** The schema as text, as it stands in the repository. */
export function resultsSchema(): string {
  const generator = createGenerator({
    path: join(ROOT, "src/judge/results.ts"),
    tsconfig: join(ROOT, "tsconfig.json"),
    type: "Results",
    // What the type does not know is no result.
    additionalProperties: false,
    skipTypeCheck: true,
  });
  return `${JSON.stringify(generator.createSchema("Results"), null, 2)}\n`;
}

if (require.main === module) writeFileSync(SCHEMA_FILE, resultsSchema());

/** The options of `rubric test`. */
import type { Words } from "../../words/words";
import type { Syntax } from "../flag-table";

export const RUBRIC = {
  command: "rubric",
  flags: {
    json: { type: "boolean" },
    lang: { type: "string", value: "LANG", choices: ["fr", "en"] },
    help: { type: "boolean" },
  },
} as const satisfies Syntax<keyof Words["cli"]["rubric"]["flags"]>;

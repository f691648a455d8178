/** The options of `sheet`. */
import type { Words } from "../../words/words";
import type { Syntax } from "../flag-table";

export const SHEET = {
  command: "sheet",
  flags: {
    form: { type: "string", value: "FORM", choices: ["yaml", "markdown"] },
    questions: { type: "string", value: "FILE" },
    lang: { type: "string", value: "LANG", choices: ["fr", "en"] },
    help: { type: "boolean" },
  },
} as const satisfies Syntax<keyof Words["cli"]["sheet"]["flags"]>;

/** The options of `check`. */
import type { Words } from "../../words/words";
import type { Syntax } from "../flag-table";

export const CHECK = {
  command: "check",
  flags: {
    hint: { type: "boolean", spoken: true },
    only: { type: "string", value: "ID-PREFIX", multiple: true, spoken: true },
    questions: { type: "string", value: "FILE" },
    json: { type: "boolean", spoken: true },
    lang: { type: "string", value: "LANG", choices: ["fr", "en"] },
    help: { type: "boolean", spoken: true },
  },
} as const satisfies Syntax<keyof Words["cli"]["check"]["flags"]>;

export type CheckFlag = keyof typeof CHECK.flags;

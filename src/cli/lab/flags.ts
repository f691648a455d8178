/** The options of `lab`; which of them each of its three actions takes. */
import type { Words } from "../../words/words";
import type { Flag, Syntax } from "../flag-table";

const DIR = { dir: { type: "string", value: "DIR" } } as const;
const COMMON = {
  lang: { type: "string", value: "LANG", choices: ["fr", "en"] },
  help: { type: "boolean" },
} as const;

export type LabAction = keyof Words["cli"]["lab"]["actions"];
export type LabFlag = keyof Words["cli"]["lab"]["flags"];

/** None of them has a variable: what was said of a lab is kept in its folder. */
const LAB: Readonly<Record<LabAction, Syntaxes>> = {
  up: {
    command: "lab up",
    flags: {
      address: { type: "string", value: "HOST" },
      bind: { type: "string", value: "ADDRESS" },
      "mqtt-port": { type: "string", value: "PORT" },
      "tls-port": { type: "string", value: "PORT" },
      "ssh-port": { type: "string", value: "PORT" },
      hostname: { type: "string", value: "NAME", multiple: true },
      name: { type: "string", value: "NAME" },
      image: { type: "string", value: "IMAGE" },
      "public-key": { type: "string", value: "FILE" },
      "password-stdin": { type: "boolean" },
      ...DIR,
      ...COMMON,
    },
  },
  status: { command: "lab status", flags: { ...DIR, ...COMMON } },
  down: {
    command: "lab down",
    flags: {
      name: { type: "string", value: "NAME" },
      "keep-handout": { type: "boolean" },
      ...DIR,
      ...COMMON,
    },
  },
};

interface Syntaxes {
  readonly command: string;
  readonly flags: Partial<Readonly<Record<LabFlag, Flag>>>;
}

/** Each action knows some of the flags; of the others it says that there are none. */
export function syntaxOf(action: LabAction): Syntax<LabFlag> {
  return LAB[action] as Syntax<LabFlag>;
}

export const ACTIONS = Object.keys(LAB) as readonly LabAction[];
export const DEFAULT_FOLDER = "lab";

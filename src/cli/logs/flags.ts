/** The options of `logs`. */
import type { Words } from "../../words/words";
import type { Given, Syntax } from "../flag-table";

export const LOGS = {
  command: "logs",
  flags: {
    container: { type: "string", value: "NAME", spoken: true },
    "log-command": { type: "string", value: "CMD" },
    "log-file": { type: "string", value: "FILE" },
    ssh: { type: "string", value: "USER@HOST" },
    "ssh-key": { type: "string", value: "FILE" },
    "ssh-host-key": { type: "string", value: "SHA256:…" },
    tail: { type: "string", value: "N|all", spoken: true },
    client: { type: "string", value: "GLOB", multiple: true, spoken: true },
    topic: { type: "string", value: "FILTER", multiple: true, spoken: true },
    type: { type: "string", value: "PACKET", multiple: true, spoken: true },
    json: { type: "boolean", spoken: true },
    lang: { type: "string", value: "LANG", choices: ["fr", "en"] },
    help: { type: "boolean", spoken: true },
  },
} as const satisfies Syntax<keyof Words["cli"]["logs"]["flags"]>;

export type LogsFlag = keyof typeof LOGS.flags;
export type LogsGiven = Given<LogsFlag>;

/** The commands that there are. Each is loaded when it is asked for, so that none slows the others down. */
import { lazily } from "./lazily";
import type * as Client from "./client";
import type * as Lab from "./lab/lab";
import type * as Logs from "./logs/logs";
import type * as Check from "./check/check";
import type * as Grade from "./grade/grade";
import type * as Rubric from "./rubric/rubric";
import type * as Sheet from "./sheet/sheet";
import type * as Verify from "./verify";
import type { Lang } from "../words/text";
import type { Words } from "../words/words";

export interface Invocation {
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly lang: Lang;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** @returns the exit status */
export type Command = (invocation: Invocation) => Promise<number>;

export const COMMANDS = {
  verify: () => lazily<typeof Verify>("./verify").verify,
  lab: () => lazily<typeof Lab>("./lab/lab").lab,
  logs: () => lazily<typeof Logs>("./logs/logs").logs,
  client: () => lazily<typeof Client>("./client").client,
  sheet: () => lazily<typeof Sheet>("./sheet/sheet").sheet,
  check: () => lazily<typeof Check>("./check/check").check,
  grade: () => lazily<typeof Grade>("./grade/grade").grade,
  rubric: () => lazily<typeof Rubric>("./rubric/rubric").rubric,
} satisfies Record<keyof Words["cli"]["command"], () => Command>;

/** Sheets in a folder of their own, checked in this process, for the tests beside this file. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Lang } from "../../words/text";
import { UserError } from "../user-error";
import { check } from "./check";

export const FOLDER = mkdtempSync(join(tmpdir(), "tp-mqtt-check-test-"));

afterAll(() => {
  rmSync(FOLDER, { recursive: true });
});

/** By question: the answer, or each place that is filled in. */
export type Answers = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

export function sheetOf(answers: Answers): string {
  const entries = Object.entries(answers).map(([id, given]) => {
    const parts = typeof given === "string" ? { answer: given } : given;
    const written = Object.entries(parts).map(
      ([part, text]) => `  ${part}: |\n${text.replace(/^/gm, "    ")}\n`,
    );
    return `${id}:\n${written.join("")}`;
  });
  return `sheet: 1\nlang: en\nname: A\n${entries.join("\n")}`;
}

let count = 0;

/** A file with these answers, or with this text, under a name that no other has. */
export function fileOf(content: Answers | string, ending = "yaml"): string {
  const path = join(FOLDER, `sheet${++count}.${ending}`);
  writeFileSync(path, typeof content === "string" ? content : sheetOf(content));
  return path;
}

export interface Checking {
  readonly status: number;
  /** What was printed, or complained of. */
  readonly out: string;
}

export async function checking(
  argv: readonly string[],
  { lang = "en", env = {} }: { lang?: Lang; env?: NodeJS.ProcessEnv } = {},
): Promise<Checking> {
  let out = "";
  const stream = { write: (text: string) => (out += text) } as unknown as NodeJS.WriteStream;
  try {
    return { status: await check({ argv, env, lang, stdout: stream, stderr: stream }), out };
  } catch (error) {
    if (!(error instanceof Error && "text" in error)) throw error;
    const { [lang]: text } = error.text as Record<Lang, string>;
    return { status: error instanceof UserError ? error.status : 2, out: text };
  }
}

interface Shown {
  readonly outcome: string;
  readonly line: number | null;
  readonly tells: readonly string[];
  readonly problems: readonly { readonly text: string }[];
  readonly hints: readonly string[];
  readonly hintsLeft: number;
}

/** What `--json` says, by question. */
export async function jsonOf(file: string, ...flags: readonly string[]): Promise<Record<string, Shown>> {
  const { out } = await checking([file, "--json", ...flags]);
  const { questions } = JSON.parse(out) as { questions: (Shown & { id: string })[] };
  return Object.fromEntries(questions.map((question) => [question.id, question]));
}

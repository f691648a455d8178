/** Excerpts of real logs, as tests hand them in. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answer, Written } from "../../answer";
import type { Context } from "../../context";
import type { Judged } from "../../mark";
import { judgeExcerpt } from "../../kinds/excerpt";
import { CONTEXT, COMMON } from "../../kinds/testing/judge";
import type { QuestionOf, Showing } from "../../question";

const FOLDER = join(__dirname, "../../../../../fixtures/logs");

/** The broker's own lines of a recorded log, without the remarks of the recording. */
export function logLines(name: string): string[] {
  return readFileSync(join(FOLDER, `${name}.log`), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("### "));
}

/** The lines from the first that holds one text to the last that holds the other. */
export function cutOut(lines: readonly string[], from: string, to: string): string[] {
  const first = lines.findIndex((line) => line.includes(from));
  const last = lines.findLastIndex((line) => line.includes(to));
  if (first === -1 || last < first) throw new Error(`no lines from ${from} to ${to}`);
  return lines.slice(first, last + 1);
}

/** Two clients of a subscriber and a publisher at QoS 2, whole: connections, subscription, publication, delivery. */
export const QOS2 = cutOut(logLines("02-qos012-paho.2.0.11"), "as p1sub2", "Client p1sub2 disconnected");
/** The same at QoS 1 and 0. */
export const QOS1 = cutOut(logLines("02-qos012-paho.2.0.11"), "as p1sub1", "Client p1sub1 disconnected");
export const QOS0 = cutOut(logLines("02-qos012-paho.2.0.11"), "as p1sub0", "Client p1sub0 disconnected");

/** Where excerpts of tests begin on their sheet. */
export const PLACE = { line: 40, column: 5 };

export function written(text: string | readonly string[]): Written {
  return { ...PLACE, text: typeof text === "string" ? text : text.join("\n") };
}

export function withExcerpt(text: string | readonly string[], answer = ""): Answer {
  return { answer: { line: 39, column: 5, text: answer }, excerpt: written(text) };
}

export function asking(...shows: readonly Showing[]): QuestionOf<"excerpt"> {
  return { ...COMMON, id: "2.3-x", kind: "excerpt", shows };
}

/** Judges lines by what they must show. */
export function judged(
  lines: string | readonly string[],
  shows: readonly Showing[],
  context: Partial<Context> = {},
): Judged {
  return judgeExcerpt(withExcerpt(lines), asking(...shows), { ...CONTEXT, ...context });
}

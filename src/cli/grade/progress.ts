/** What is told while a class is graded: on a terminal one line that changes, with the time left; elsewhere two lines. */
import { cut } from "../../report/text/layout";
import type { Lang } from "../../words/text";
import { wordsOf } from "../../words/words";

const REFRESH_MS = 200;
/** Before so much is done, a guess at the rest would be wild. */
const TELLING = 0.05;

export interface GradeProgress extends Disposable {
  /** One submission more; `isKept` when it had been graded before. */
  graded(isKept: boolean): void;
  writing(): void;
  readonly done: number;
}

/** @param now milliseconds */
export function gradeProgress(
  stream: Pick<NodeJS.WriteStream, "isTTY" | "columns" | "write">,
  all: number,
  lang: Lang,
  now: () => number = () => performance.now(),
): GradeProgress {
  const words = wordsOf(lang).cli.grade.progress;
  const began = now();
  let [done, fresh] = [0, 0];
  let line = "";
  const show = (text: string) => {
    line = text;
    stream.write(`\r\u001b[K${cut(line, stream.columns - 1)}`);
  };
  const state = () => {
    const left = timeLeft({ fresh, rest: all - done, elapsed: now() - began, all }, lang);
    return `${words.graded(done, all)}${left === undefined ? "" : `, ${words.left(left)}`}`;
  };
  let shown = Number.NEGATIVE_INFINITY;
  if (!stream.isTTY) stream.write(`${words.begin(all, 0)}\n`);
  return {
    graded: (isKept) => {
      done += 1;
      if (!isKept) fresh += 1;
      if (!stream.isTTY || now() - shown < REFRESH_MS) return;
      shown = now();
      show(state());
    },
    writing: () => {
      if (stream.isTTY) show(`${words.graded(done, all)}, ${words.writing}`);
    },
    get done() {
      return done;
    },
    [Symbol.dispose]: () => {
      if (stream.isTTY && line !== "") stream.write("\r\u001b[K");
    },
  };
}

interface Pace {
  readonly fresh: number;
  readonly rest: number;
  readonly elapsed: number;
  readonly all: number;
}

/** From the pace of those that were graded now: those that are kept take no time, and say nothing of it. */
export function timeLeft({ fresh, rest, elapsed, all }: Pace, lang: Lang): string | undefined {
  if (fresh < Math.max(1, all * TELLING)) return undefined;
  const words = wordsOf(lang).cli.grade.progress;
  const left = Math.ceil((elapsed / fresh) * rest) / 1000;
  return left < 90 ? words.seconds(Math.max(1, Math.round(left))) : words.minutes(Math.round(left / 60));
}

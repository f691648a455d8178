/** What is told while a run goes on: one line that changes on a terminal, a few lines elsewhere. */
import type { Progress } from "../exercise/play";
import type { Lang } from "../words/text";
import { wordsOf } from "../words/words";
import { cut } from "../report/text/layout";
import { seconds } from "../report/text/numbers";

/** Names of exercises that are still waiting are told once there are no more than that. */
const NAMED = 6;
const REFRESH_MS = 100;

export interface Teller {
  /** A line that stays. */
  note(text: string): void;
  tell(progress: Progress): void;
  /** Takes the changing line away. */
  end(): void;
}

export function teller(stream: NodeJS.WriteStream, total: number, lang: Lang): Teller {
  return stream.isTTY ? changingLine(stream, total, lang) : plainLines(stream);
}

function plainLines(stream: NodeJS.WriteStream): Teller {
  return {
    note: (text) => stream.write(`${text}\n`),
    tell: () => undefined,
    end: () => undefined,
  };
}

function changingLine(stream: NodeJS.WriteStream, total: number, lang: Lang): Teller {
  const words = wordsOf(lang).progress;
  const began = performance.now();
  const waiting = new Set<string>();
  let done = -1;
  const line = () => {
    const names = [...waiting].filter((name) => name !== "").join(", ");
    const counts = `${seconds(performance.now() - began, lang)}  ${words.played(Math.max(0, done), total)}`;
    return waiting.size > 0 && waiting.size <= NAMED ? `${counts}  ${words.waiting(names)}` : counts;
  };
  const show = () => stream.write(`\r\u001b[K${cut(line(), stream.columns - 1)}`);
  const clear = () => stream.write("\r\u001b[K");
  const timer = setInterval(show, REFRESH_MS);
  return {
    note: (text) => {
      clear();
      stream.write(`${text}\n`);
    },
    tell: (progress) => {
      if (progress.event === "phase") return;
      if (progress.event === "began") waiting.add(progress.exercise);
      else if (waiting.delete(progress.exercise)) done += 1;
    },
    end: () => {
      clearInterval(timer);
      clear();
    },
  };
}

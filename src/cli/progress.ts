/** What is told while a run goes on: one line that changes on a terminal, a few lines elsewhere. */
import type { Progress } from "../exercise/play";
import { cut } from "../report/text/layout";
import { seconds } from "../report/text/numbers";
import type { Lang } from "../words/text";
import { wordsOf } from "../words/words";
import { isAsking } from "./terminal";

/** Exercises that are still waiting are named once there are no more than that. */
const NAMED = 6;
const REFRESH_MS = 100;

export interface Teller {
  /** The broker is there. */
  target(name: string): void;
  tell(progress: Progress): void;
  /** Takes the changing line away. */
  end(): void;
}

/** @param total exercises that will be played, the probe not counted */
export function teller(stream: NodeJS.WriteStream, total: number, lang: Lang): Teller {
  return stream.isTTY ? changingLine(stream, total, lang) : plainLines(stream, total, lang);
}

function plainLines(stream: NodeJS.WriteStream, total: number, lang: Lang): Teller {
  const words = wordsOf(lang).progress;
  const say = (text: string) => stream.write(`${text}\n`);
  let done = 0;
  let told = false;
  return {
    target: (name) => say(words.target(name)),
    tell: (progress) => {
      if (progress.event === "began" && done === 1 && !told) {
        told = true;
        say(words.playing(total));
      }
      if (progress.event === "ended" || progress.event === "stopped") done += 1;
      if (progress.event !== "phase") return;
      // The probe has ended too, but is none of them.
      if (progress.phase === "play") say(`${words.played(done - 1, total)} (${seconds(progress.ms, lang)})`);
    },
    end: () => undefined,
  };
}

function changingLine(stream: NodeJS.WriteStream, total: number, lang: Lang): Teller {
  const words = wordsOf(lang).progress;
  const began = performance.now();
  const waiting = new Set<string>();
  let done: number | undefined;
  const state = () => {
    if (done === undefined) return words.starting;
    const counts = words.played(Math.max(0, done - 1), total);
    const named = waiting.size > 0 && waiting.size <= NAMED;
    return named ? `${counts}  ${words.waiting([...waiting].join(", "))}` : counts;
  };
  const show = () => {
    if (isAsking()) return;
    const line = `${seconds(performance.now() - began, lang)}  ${state()}`;
    stream.write(`\r\u001b[K${cut(line, stream.columns - 1)}`);
  };
  const timer = setInterval(show, REFRESH_MS);
  return {
    target: () => {
      done = 0;
    },
    tell: (progress) => {
      if (progress.event === "phase") return;
      if (progress.event === "began") waiting.add(progress.exercise);
      else if (waiting.delete(progress.exercise)) done = (done ?? 0) + 1;
    },
    end: () => {
      clearInterval(timer);
      stream.write("\r\u001b[K");
    },
  };
}

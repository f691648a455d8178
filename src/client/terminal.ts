/** What a client says and asks. */
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import type { ReadStream } from "node:tty";
import type { Lang } from "../words/text";
import { wordsOf } from "../words/words";
import { fill, Interrupted, Problem, type Values, type WordKey } from "./problem";
import { printable } from "./packet-line";
import { Impossible, type Reader } from "./values";

export interface Streams {
  readonly stdin: Pick<ReadStream, "isTTY"> & NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

type Question = "qos" | "keepalive" | "topic" | "filter" | "message";

export class Terminal {
  constructor(
    private readonly streams: Streams,
    readonly lang: Lang,
  ) {}

  text(key: WordKey, values: Values = {}): string {
    return fill(wordsOf(this.lang).client.common[key], values);
  }

  print(line: string): void {
    this.streams.stdout.write(`${line}\n`);
  }

  say(key: WordKey, values: Values = {}): void {
    this.print(this.text(key, values));
  }

  /** A packet, with the time of day. */
  packet(line: string): void {
    this.print(`${timeOfDay(new Date())} ${line}`);
  }

  message(topic: string, payload: Buffer): void {
    this.say("message", { topic: printable(topic), payload: printable(payload.toString()) });
  }

  complain(sentence: string): void {
    this.streams.stderr.write(`${sentence}\n`);
  }

  /** Asks until the answer is possible. Without a terminal, or an answer, it is `fallback`, and the first is said. */
  async ask<T extends string | number>(question: Question, fallback: T, read: Reader): Promise<T> {
    const asked = this.text(`ask_${question}`);
    if (!this.streams.stdin.isTTY) {
      this.say("default", { question: asked, value: fallback });
      return fallback;
    }
    for (;;) {
      const answer = await this.line(this.text("ask", { question: asked, value: fallback }));
      if (answer === undefined) this.print("");
      const given = answer?.trim() ?? "";
      if (given === "") return fallback;
      try {
        return read(given) as T;
      } catch (error) {
        if (!(error instanceof Impossible || error instanceof Problem)) throw error;
        this.say("impossible", { value: printable(given) });
      }
    }
  }

  /** TP_PASSWORD, else what is typed unseen, else none. */
  async password(username: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
    if (env.TP_PASSWORD !== undefined) return env.TP_PASSWORD;
    if (this.streams.stdin.isTTY) {
      const typed = await this.line(this.text("ask_password", { username }), "unseen");
      this.print("");
      return typed ?? "";
    }
    this.say("no_password");
    return undefined;
  }

  /** One line that is typed; undefined at Ctrl-D. */
  private line(prompt: string, how?: "unseen"): Promise<string | undefined> {
    const { stdin, stdout } = this.streams;
    const nowhere = new Writable({
      write: (_chunk, _encoding, done) => {
        done();
      },
    });
    const reader = createInterface({
      input: stdin,
      output: how === "unseen" ? nowhere : stdout,
      terminal: true,
    });
    // Not before: until now the terminal showed what is typed.
    if (how === "unseen") stdout.write(prompt);
    return new Promise((resolve, reject) => {
      reader.once("SIGINT", () => {
        this.print("");
        reject(new Interrupted());
        reader.close();
      });
      reader.once("close", () => {
        resolve(undefined);
      });
      reader.question(how === "unseen" ? "" : prompt, (answer) => {
        resolve(answer);
        reader.close();
      });
    });
  }
}

/** Local time, `09:05:02.007`. */
function timeOfDay(date: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const ms = String(date.getMilliseconds()).padStart(3, "0");
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${ms}`;
}

/** Asking whoever sits at the terminal. Questions go to standard error, so that what is printed can still be piped. */
import { createInterface } from "node:readline";
import type { ReadStream, WriteStream } from "node:tty";

/** Back to the beginning of the line, which progress may have written on. */
const CLEAR_LINE = "\r\u001b[K";

export interface Terminal {
  readonly input: ReadStream;
  readonly output: WriteStream;
}

let asking = false;

/** Whether a question stands on the terminal: nothing else may be written there. */
export function isAsking(): boolean {
  return asking;
}

/** The terminal, if both ends of it are one. */
export function terminal(): Terminal | undefined {
  const { stdin: input, stderr: output } = process;
  return input.isTTY && output.isTTY ? { input, output } : undefined;
}

/** @returns what was typed; undefined after Ctrl-C, which also does what it does, and after Ctrl-D */
export function ask({ input, output }: Terminal, question: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const lines = createInterface({ input, output, terminal: true });
    asking = true;
    lines.once("close", () => {
      asking = false;
      resolve(undefined);
    });
    lines.once("SIGINT", () => {
      interrupt();
      lines.close();
    });
    output.write(CLEAR_LINE);
    lines.question(question, (answer) => {
      resolve(answer);
      lines.close();
    });
  });
}

/** What Ctrl-C does when nothing is asked, done before the question is over: whoever asked then knows why. */
function interrupt(): void {
  if (!process.emit("SIGINT", "SIGINT")) process.kill(process.pid, "SIGINT");
}

const [CTRL_C, CTRL_D, BACKSPACE, CTRL_U] = ["\u0003", "\u0004", "\u007f", "\u0015"];

/** As `ask`, with nothing shown of what is typed. */
export function askSecret({ input, output }: Terminal, question: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let secret = "";
    asking = true;
    const done = (answer: string | undefined) => {
      asking = false;
      input.off("data", onData).setRawMode(false).pause();
      output.write("\n");
      resolve(answer);
    };
    const onData = (chunk: Buffer) => {
      for (const key of chunk.toString("utf8")) {
        if (key === "\r" || key === "\n") {
          done(secret);
          return;
        }
        if (key === CTRL_C || key === CTRL_D) {
          if (key === CTRL_C) interrupt();
          done(undefined);
          return;
        }
        if (key === CTRL_U) secret = "";
        else if (key === BACKSPACE || key === "\b") secret = Array.from(secret).slice(0, -1).join("");
        else secret += key;
      }
    };
    output.write(`${CLEAR_LINE}${question}`);
    input.setRawMode(true).on("data", onData).resume();
  });
}

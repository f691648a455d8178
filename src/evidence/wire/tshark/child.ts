/** tshark as a child process: no shell, no preferences of whoever runs it, an end in time. */
import { spawn } from "node:child_process";
import { join } from "node:path";

export interface Bounds {
  /** Called for each line of standard output. */
  readonly onLine: (line: string) => void;
  /** Milliseconds after which the process is killed. */
  readonly maxMs: number;
  readonly signal: AbortSignal | undefined;
}

/** How it ended. */
export interface End {
  /** Exit status, or the signal that ended it. */
  readonly status: number | string;
  /** The beginning of what it said on standard error. */
  readonly words: string;
  /** It was killed because its time was up. */
  readonly slow: boolean;
}

/** Characters of standard error that are kept; a wrong `-d` makes tshark list every protocol that it knows. */
const WORDS = 4000;

/** There is no such folder: tshark finds neither preferences nor plugins. */
const NO_PREFERENCES = join(__dirname, "no-preferences");

/** Rejects when the program cannot be started. */
export function child(
  program: string,
  args: readonly string[],
  { onLine, maxMs, signal }: Bounds,
): Promise<End> {
  return new Promise((resolve, reject) => {
    const started = spawn(program, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: environment(),
      windowsHide: true,
    });
    const lines = new Lines(onLine);
    let [words, slow] = ["", false];
    const kill = () => void started.kill("SIGKILL");
    const timer = setTimeout(() => {
      slow = true;
      kill();
    }, maxMs);
    const release = () => {
      clearTimeout(timer);
      process.off("exit", kill);
      signal?.removeEventListener("abort", kill);
    };
    process.once("exit", kill);
    signal?.addEventListener("abort", kill, { once: true });
    started.stdout.setEncoding("utf8").on("data", (text: string) => {
      lines.take(text);
    });
    started.stderr.setEncoding("utf8").on("data", (text: string) => (words = (words + text).slice(0, WORDS)));
    started.once("error", (error) => {
      release();
      reject(error);
    });
    started.once("close", (code, killedBy) => {
      release();
      resolve({ status: code ?? String(killedBy), words, slow });
    });
  });
}

function environment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TMPDIR, TEMP } = process.env;
  const homes = { HOME: NO_PREFERENCES, APPDATA: NO_PREFERENCES, XDG_CONFIG_HOME: NO_PREFERENCES };
  return {
    PATH,
    SystemRoot,
    TMPDIR,
    TEMP,
    ...homes,
    WIRESHARK_CONFIG_DIR: NO_PREFERENCES,
    LC_ALL: "C.UTF-8",
  };
}

/** Text that comes in pieces, line by line. What follows the last line feed is no whole line. */
class Lines {
  private rest = "";

  constructor(private readonly onLine: (line: string) => void) {}

  take(text: string): void {
    const lines = (this.rest + text).split("\n");
    this.rest = lines.pop() ?? "";
    for (const line of lines) this.onLine(line.replace(/\r$/, ""));
  }
}

/** The programs that are the sheet's five clients: ours, and the handout's scripts with each paho-mqtt there is. */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { until } from "../../src/target/testing/run";
import type { Lang } from "../../src/words/text";

export const KINDS = ["ping", "qos", "tls", "pub", "sub"] as const;
export type Kind = (typeof KINDS)[number];

const ROOT = join(__dirname, "../..");
export const HANDOUT = join(ROOT, "fixtures/handout");
const SCRIPTS: Readonly<Record<Kind, string>> = {
  ping: "ClientMQTT_Ping.py",
  qos: "ClientMQTT_QoS.py",
  tls: "ClientMQTT_TLS.py",
  pub: "ClientMQTT_Pub.py",
  sub: "ClientMQTT_Sub.py",
};

/** Debian's Python, whatever other one stands first on PATH: it is the one that has Debian's paho-mqtt. */
export const PYTHON = "/usr/bin/python3";
/** Where scripts/setup.sh unpacks the paho-mqtt of Debian 12 and of Debian 13. */
const PAHO = process.env.TP_PAHO ?? "/var/cache/tp-mqtt";

export interface Program {
  readonly name: string;
  /** Why it cannot be had on this machine. */
  readonly missing?: string;
  /** How it calls itself in its help. */
  calledFor(kind: Kind): string;
  /** The command line that starts it. */
  command(kind: Kind): readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const ours: Program = {
  name: "tp-mqtt client",
  calledFor: (kind) => `tp-mqtt client ${kind}`,
  command: (kind) => [process.execPath, join(ROOT, "bin/tp-mqtt.js"), "client", kind],
  env: {},
};

function python(wanted: string): Program {
  const name = `Python, paho-mqtt ${wanted}`;
  const places = [{ PYTHONPATH: join(PAHO, `paho-${wanted}`) }, {}];
  const env = places.find((place) => pahoVersion(place)?.startsWith(wanted));
  return {
    name,
    ...(env === undefined ? { missing: `no paho-mqtt ${wanted}: sudo npm run setup` } : {}),
    calledFor: (kind) => SCRIPTS[kind],
    command: (kind) => [PYTHON, join(HANDOUT, SCRIPTS[kind])],
    env: env ?? {},
  };
}

function pahoVersion(env: Readonly<Record<string, string>>): string | undefined {
  if (!existsSync(PYTHON)) return undefined;
  try {
    const ask = ["-c", "import paho.mqtt; print(paho.mqtt.__version__)"];
    return execFileSync(PYTHON, ask, { env, encoding: "utf8", stdio: "pipe", timeout: 10_000 });
  } catch {
    return undefined;
  }
}

export const PROGRAMS: readonly Program[] = [ours, python("1.6"), python("2.1")];

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A client that runs. */
export interface Running {
  readonly ended: Promise<Ended>;
  /** Resolves when the output shows it, or the client has ended. */
  shows(what: RegExp): Promise<void>;
  /** Types on the client's terminal, as soon as the client waits for that. */
  type(text: string): Promise<void>;
  interrupt(): void;
}

export interface Start {
  /** `--lang`; null leaves it to the environment. */
  readonly lang?: Lang | null;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** On a terminal of its own, where it asks. */
  readonly terminal?: true;
}

/** Gives a program a terminal, whose other end is this script's own input and output. */
const TERMINAL = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))";

const RUN_BOUND_MS = 30_000;

export function start(
  program: Program,
  kind: Kind,
  args: readonly string[],
  { lang = "fr", env = {}, cwd, terminal }: Start = {},
): Running {
  const line = [...program.command(kind), ...(lang === null ? [] : ["--lang", lang]), ...args];
  const [file = "", ...rest] = terminal === undefined ? line : [PYTHON, "-c", TERMINAL, ...line];
  const child = spawn(file, rest, {
    stdio: [terminal === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    env: { PATH: process.env.PATH ?? "", ...program.env, ...env },
    timeout: RUN_BOUND_MS,
    killSignal: "SIGKILL",
    ...(cwd === undefined ? {} : { cwd }),
  });
  let [stdout, stderr] = ["", ""];
  let over = false;
  const watchers = new Set<() => void>();
  const look = () => {
    for (const watcher of watchers) watcher();
  };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    look();
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (status) => {
      over = true;
      look();
      resolve({ status, stdout, stderr });
    });
  });
  return {
    ended,
    shows: (what) =>
      new Promise((resolve) => {
        const watcher = () => {
          if (!over && !what.test(stripVTControlCharacters(stdout))) return;
          watchers.delete(watcher);
          resolve();
        };
        watchers.add(watcher);
        watcher();
      }),
    type: async (text) => {
      // A Ctrl-C between Python's question and its read() would wait there with it for the next key.
      await until(() => over || sleeps(onlyChildOf(child.pid)));
      child.stdin?.write(text);
    },
    interrupt: () => child.kill("SIGINT"),
  };
}

function onlyChildOf(pid: number | undefined): string {
  return readFileSync(`/proc/${pid ?? 0}/task/${pid ?? 0}/children`, "utf8").trim();
}

/** proc_pid_stat(5): the state stands behind the name, which is in parentheses. */
function sleeps(pid: string): boolean {
  return pid !== "" && /\) S /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
}

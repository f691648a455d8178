/** Compose, in either of its forms: the plugin of Docker's command line (v2), or docker-compose (1.27 and later). */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { LabError } from "./error";

const COMPOSE_FILE = join(__dirname, "../../docker/compose.yaml");
const FORMS = [["docker", "compose"], ["docker-compose"]] as const;

export interface ComposeRun {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Compose for one lab. */
export interface Compose {
  /** `docker compose` or `docker-compose`. */
  readonly program: string;
  /** Runs it to its end, whatever signals the terminal sends meanwhile: what it creates must be known to be created. */
  run(args: readonly string[]): Promise<ComposeRun>;
}

/** @throws LabError where there is neither */
export async function findCompose(project: string, variables: string): Promise<Compose> {
  for (const form of FORMS) {
    const { status } = await run(form, ["version"]);
    if (status !== 0) continue;
    const always = ["--env-file", variables, "-p", project, "-f", COMPOSE_FILE];
    return { program: form.join(" "), run: (args) => run(form, [...always, ...args]) };
  }
  throw new LabError({
    en: "Docker Compose is not installed; on Debian or Ubuntu: sudo apt-get install docker-compose (or the plugin docker-compose-plugin of Docker’s own packages).",
    fr: "Docker Compose n’est pas installé ; sous Debian ou Ubuntu : sudo apt-get install docker-compose (ou le greffon docker-compose-plugin des paquets de Docker).",
  });
}

async function run(
  [program, ...words]: readonly [string, ...string[]],
  args: readonly string[],
): Promise<ComposeRun> {
  // A process group of its own: Ctrl-C in the terminal would end it half-way.
  const child = spawn(program, [...words, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: withoutOurs(process.env),
    detached: true,
  });
  const ended = once(child, "close").catch(() => undefined);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { status: child.exitCode ?? 127, stdout, stderr };
}

/** The environment outweighs the file of variables. */
function withoutOurs(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(LAB|COMPOSE)_/.test(name)));
}

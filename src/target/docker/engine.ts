/**
 * The few questions that are put to the Docker engine before testcontainers is loaded, which takes half a second, or
 * that it has no words for. Docker Engine API, version 1.41 (engine 20.10) and later.
 */
import { request, type IncomingMessage, type RequestOptions } from "node:http";
import { existsSync } from "node:fs";
import { homedir, hostname } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";

/** How the engine is reached: the part of http's request options that names the other side. */
export type Endpoint = Pick<RequestOptions, "socketPath" | "host" | "port">;

export interface Answer {
  readonly status: number;
  readonly body: string;
}

const INFO_BOUND_MS = 2_000;

/** Sockets where engines listen, rootless ones and Docker Desktop included. */
function sockets(env: NodeJS.ProcessEnv): string[] {
  const home = homedir();
  const runtime = env.XDG_RUNTIME_DIR;
  return [
    "/var/run/docker.sock",
    ...(runtime === undefined ? [] : [join(runtime, "docker.sock")]),
    join(home, ".docker/run/docker.sock"),
    join(home, ".docker/desktop/docker.sock"),
  ];
}

/**
 * Where the engine should listen: DOCKER_HOST (`unix://`, `tcp://` or `http://`), else the first socket that exists.
 * Undefined where there is none, or where DOCKER_HOST names a way that is not spoken here (`ssh://`, TLS).
 */
export function endpoint(env: NodeJS.ProcessEnv = process.env): Endpoint | undefined {
  const named = env.DOCKER_HOST;
  if (named === undefined || named === "") {
    const socketPath = sockets(env).find((path) => existsSync(path));
    return socketPath === undefined ? undefined : { socketPath };
  }
  if (named.startsWith("unix://")) return { socketPath: named.slice("unix://".length) };
  const url = URL.canParse(named) ? new URL(named) : undefined;
  if (url === undefined || !["tcp:", "http:"].includes(url.protocol) || env.DOCKER_TLS_VERIFY)
    return undefined;
  return { host: url.hostname, port: url.port === "" ? 2375 : Number(url.port) };
}

/**
 * Sends a request and gives the response as soon as its head is there; the body is the caller's to read. `signal` ends
 * it; without one it may take as long as the engine likes.
 */
export function open(
  to: Endpoint,
  method: string,
  path: string,
  signal?: AbortSignal,
): Promise<IncomingMessage> {
  const options = signal === undefined ? to : { ...to, signal };
  return new Promise((resolve, reject) => {
    request({ ...options, method, path }, resolve)
      .on("error", reject)
      .end();
  });
}

/** Sends a request and reads the whole answer, within `ms` milliseconds. */
export async function ask(to: Endpoint, method: string, path: string, ms: number): Promise<Answer> {
  const response = await open(to, method, path, AbortSignal.timeout(ms));
  return { status: response.statusCode ?? 0, body: await text(response) };
}

/** Whether the engine runs where this process runs, and not only behind a socket that was handed into a container. */
export async function isOfThisMachine(to: Endpoint): Promise<boolean> {
  const { status, body } = await ask(to, "GET", "/info", INFO_BOUND_MS);
  return status === 200 && (JSON.parse(body) as { Name?: string }).Name === hostname();
}

/** Whether an engine answers `GET /_ping` within `ms` milliseconds. */
export async function answers(to: Endpoint, ms: number): Promise<boolean> {
  try {
    return (await ask(to, "GET", "/_ping", ms)).status === 200;
  } catch {
    return false;
  }
}

/** Whether the lab's ports can be had, and who has them otherwise. */
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { createServer } from "node:net";
import { ask, type Endpoint } from "../target/docker/engine";
import type { Text } from "../words/text";
import { LabError } from "./error";

const ASK_BOUND_MS = 5_000;

/** @throws LabError that names the first of the ports that is taken, and by whom, as far as that can be known */
export async function checkPorts(engine: Endpoint, bind: string, ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    const trouble = await listenTrouble(bind, port);
    if (trouble === "EADDRINUSE") throw new LabError(taken(port, await holderOf(engine, port)));
    if (trouble === "EADDRNOTAVAIL") throw new LabError(notOurs(bind));
  }
}

function listenTrouble(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      resolve(error.code);
    });
    server.listen({ host, port, exclusive: true }, () => {
      server.close(() => {
        resolve(undefined);
      });
    });
  });
}

async function holderOf(engine: Endpoint, port: number): Promise<Text | undefined> {
  const filters = encodeURIComponent(JSON.stringify({ publish: [String(port)] }));
  const { status, body } = await ask(engine, "GET", `/containers/json?filters=${filters}`, ASK_BOUND_MS);
  const [container] = status === 200 ? (JSON.parse(body) as { Names: string[] }[]) : [];
  const name = container?.Names[0]?.slice(1);
  if (name !== undefined) return { en: `the container ${name}`, fr: `le conteneur ${name}` };
  const program = listenerOf(port);
  return (
    program && {
      en: `${program.name}, process ${program.pid}`,
      fr: `${program.name}, processus ${program.pid}`,
    }
  );
}

interface Program {
  readonly name: string;
  readonly pid: string;
}

/** By way of /proc, proc(5): the socket's inode, then whoever has it open. Other users' are seen by root only. */
export function listenerOf(port: number): Program | undefined {
  try {
    const sockets = new Set(["tcp", "tcp6"].flatMap((table) => listening(`/proc/net/${table}`, port)));
    if (sockets.size === 0) return undefined;
    const pid = readdirSync("/proc").find((id) => /^\d+$/.test(id) && hasOpen(id, sockets));
    return pid === undefined ? undefined : { pid, name: readFileSync(`/proc/${pid}/comm`, "utf8").trim() };
  } catch {
    return undefined;
  }
}

/** State 0A is LISTEN; the local port is in hexadecimal; the inode is the tenth field. */
function listening(table: string, port: number): string[] {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const rows = readFileSync(table, "utf8")
    .split("\n")
    .map((row) => row.trim().split(/\s+/));
  return rows
    .filter(([, local, , state]) => local?.endsWith(wanted) && state === "0A")
    .map((fields) => `socket:[${fields[9] ?? ""}]`);
}

function hasOpen(pid: string, sockets: ReadonlySet<string>): boolean {
  try {
    const folder = `/proc/${pid}/fd`;
    return readdirSync(folder).some((fd) => sockets.has(linkOf(`${folder}/${fd}`)));
  } catch {
    return false;
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return "";
  }
}

function taken(port: number, by: Text | undefined): Text {
  return {
    en: `Port ${port} is taken${by ? ` by ${by.en}` : ""}; stop that, or choose other ports with --mqtt-port, --tls-port and --ssh-port.`,
    fr: `Le port ${port} est pris${by ? ` par ${by.fr}` : ""} ; arrêtez celui qui l’occupe, ou choisissez d’autres ports avec --mqtt-port, --tls-port et --ssh-port.`,
  };
}

function notOurs(bind: string): Text {
  return {
    en: `${bind} is no address of this machine; --bind takes one of its own, 127.0.0.1 or 0.0.0.0.`,
    fr: `${bind} n’est pas une adresse de cette machine ; --bind en veut une qui soit à elle, 127.0.0.1 ou 0.0.0.0.`,
  };
}

/**
 * What this machine has, asked before Jest collects its tests and therefore without waiting. Tests that need what is
 * missing are left out under a name that says so: `(docker.here ? describe : describe.skip)(docker.title("…"), …)`.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { endpoint } from "../docker/engine";

export interface Availability {
  readonly here: boolean;
  /** `name`, with the reason behind it when the tests are left out. */
  title(name: string): string;
}

/** An engine that answers, with images of Mosquitto to run. */
export function dockerHere(): Availability & { readonly images: readonly string[] } {
  const images = imageTags()?.filter((tag) => /mosquitto:/.test(tag));
  if (images === undefined) return { ...missing("no Docker engine answers"), images: [] };
  if (images.length > 0) return { ...HERE, images };
  return { ...missing("Docker has no image of Mosquitto: sudo docker/build-from-debian.sh"), images };
}

/** An engine that answers, with that image: one of those that docker/build-ssh-logs.sh makes. */
export function imageHere(image: string): Availability {
  const tags = imageTags();
  if (tags === undefined) return missing("no Docker engine answers");
  if (tags.some((tag) => tag === image || tag === `${image}:latest`)) return HERE;
  return missing(`Docker has no image ${image}: sudo docker/build-ssh-logs.sh`);
}

export function mosquittoHere(): Availability {
  return programHere("mosquitto");
}

/** A program of this machine. */
export function programHere(name: string): Availability {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];
  return folders.some((folder) => existsSync(join(folder, name))) ? HERE : missing(`no ${name} is on PATH`);
}

const HERE: Availability = { here: true, title: (name) => name };

function missing(reason: string): Availability {
  return { here: false, title: (name) => `${name} [left out: ${reason}]` };
}

const ASK = `
  const request = require("node:http").get({ ...JSON.parse(process.argv[1]), path: "/images/json" }, (answer) => {
    answer.pipe(process.stdout);
  });
  request.on("error", () => process.exit(1));
`;

/** Tags of the engine's images; Node has no synchronous HTTP, so another Node asks. */
function imageTags(): string[] | undefined {
  const to = endpoint();
  if (to === undefined) return undefined;
  try {
    const args = ["-e", ASK, JSON.stringify(to)];
    const body = execFileSync(process.execPath, args, { encoding: "utf8", timeout: 5000 });
    return (JSON.parse(body) as { RepoTags?: string[] | null }[]).flatMap((image) => image.RepoTags ?? []);
  } catch {
    return undefined;
  }
}

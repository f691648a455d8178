/** Which image the container target runs, and getting it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ask, open, type Endpoint } from "./engine";
import { TargetError } from "../target";

/** Images that docker/build-from-debian.sh makes, where none can be pulled. */
const LOCAL_NAME = "tp-mqtt/mosquitto";
const ASK_BOUND_MS = 2_000;
/** A pull that shows no progress for so long is given up. */
const PULL_SILENCE_MS = 10_000;

/** The published image; its tag stands in docker/Dockerfile only. */
export function publishedImage(): string {
  const dockerfile = readFileSync(join(__dirname, "../../../docker/Dockerfile"), "utf8");
  const image = /^FROM\s+(\S+)/m.exec(dockerfile)?.[1];
  if (image === undefined) throw new Error("docker/Dockerfile has no FROM line");
  return image;
}

/**
 * The image to run. `wanted` (TP_MQTT_IMAGE) or else the published one, or else the newest of those that were built
 * from Debian's packages. What is already there is preferred to what would have to be pulled, so that a machine
 * without a registry does not try one at every run. Rejects with a `TargetError` when none is to be had.
 */
export async function findImage(engine: Endpoint, wanted?: string): Promise<string> {
  const image = wanted ?? publishedImage();
  if (await isLocal(engine, image)) return image;
  const built = wanted === undefined ? await newestBuilt(engine) : undefined;
  if (built !== undefined) return built;
  const problem = await pull(engine, image);
  if (problem !== undefined) throw noImage(image, problem);
  return image;
}

export async function isLocal(engine: Endpoint, image: string): Promise<boolean> {
  return (await ask(engine, "GET", `/images/${image}/json`, ASK_BOUND_MS)).status === 200;
}

async function newestBuilt(engine: Endpoint): Promise<string | undefined> {
  const filters = encodeURIComponent(JSON.stringify({ reference: [LOCAL_NAME] }));
  const { body } = await ask(engine, "GET", `/images/json?filters=${filters}`, ASK_BOUND_MS);
  const images = JSON.parse(body) as { RepoTags?: string[] | null }[];
  const tags = images
    .flatMap((image) => image.RepoTags ?? [])
    .filter((tag) => tag.startsWith(`${LOCAL_NAME}:`));
  return tags.sort(new Intl.Collator("en", { numeric: true }).compare).at(-1);
}

/** Pulls and gives undefined, or gives the engine's words on why that did not work. */
async function pull(engine: Endpoint, image: string): Promise<string | undefined> {
  const silence = new AbortController();
  const timer = setTimeout(() => {
    silence.abort();
  }, PULL_SILENCE_MS);
  try {
    const query = `fromImage=${encodeURIComponent(withTag(image))}`;
    const response = await open(engine, "POST", `/images/create?${query}`, silence.signal);
    let said = "";
    for await (const chunk of response) {
      timer.refresh();
      // The error, if there is one, is the last thing that is said.
      said = (said + String(chunk)).slice(-4096);
    }
    return /"(?:message|error)":\s*"((?:[^"\\]|\\.)*)"/.exec(said)?.[1]?.replaceAll('\\"', '"');
  } catch (error) {
    if (silence.signal.aborted) return `no answer for ${PULL_SILENCE_MS / 1000} s`;
    return error instanceof Error ? error.message : String(error);
  } finally {
    clearTimeout(timer);
  }
}

/** Without a tag the engine would pull every tag there is. */
function withTag(image: string): string {
  return /[:@][^/]+$/.test(image) ? image : `${image}:latest`;
}

function noImage(image: string, problem: string): TargetError {
  return new TargetError({
    en: `Docker has no image ${image} and cannot pull it (${problem}); build one from Debian's packages: sudo docker/build-from-debian.sh`,
    fr: `Docker n’a pas l’image ${image} et ne peut pas la télécharger (${problem}) ; construisez-en une à partir des paquets Debian : sudo docker/build-from-debian.sh`,
  });
}

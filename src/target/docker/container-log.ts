/** The log of a container that somebody else started, followed through the engine's API: no docker program is needed. */
import type { IncomingMessage } from "node:http";
import { pipeline, type Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { TargetError } from "../target";
import { ask, endpoint, open, type Endpoint } from "./engine";
import { FrameReader } from "./frames";

const ASK_BOUND_MS = 10_000;

/** How many of the lines that are there already are given first. */
export type Tail = number | "all";

/** What a source of a log is, as `evidence/log/sources` has it. */
interface ContainerLog {
  readonly text: string;
  open(): Promise<Readable>;
}

/**
 * Standard output and standard error together, from `tail` lines before now until the container ends. Opening rejects
 * with a `TargetError` when there is no engine, no such container, or no log that the engine keeps.
 *
 * @param container name or id, or the beginning of an id
 */
export function containerLog(container: string, tail: Tail): ContainerLog {
  return { text: `docker logs -f ${container}`, open: () => openLog(container, tail) };
}

async function openLog(container: string, tail: Tail): Promise<Readable> {
  const engine = endpoint();
  if (engine === undefined) throw noEngine();
  const path = `/containers/${encodeURIComponent(container)}`;
  try {
    const answer = await ask(engine, "GET", `${path}/json`, ASK_BOUND_MS);
    if (answer.status !== 200) throw await refusal(engine, container, answer.status, answer.body);
    const { Config } = JSON.parse(answer.body) as { Config: { Tty: boolean } };
    const query = `follow=true&stdout=true&stderr=true&tail=${tail}`;
    const response = await open(engine, "GET", `${path}/logs?${query}`);
    const status = response.statusCode ?? 0;
    if (status !== 200) throw await refusal(engine, container, status, await text(response));
    return Config.Tty ? response : unframed(response);
  } catch (error) {
    throw error instanceof TargetError ? error : notReached(error);
  }
}

/** Ends with the response and fails with it; destroying it ends the response. */
function unframed(response: IncomingMessage): Readable {
  return pipeline(response, new FrameReader(), () => undefined);
}

async function refusal(
  engine: Endpoint,
  container: string,
  status: number,
  body: string,
): Promise<TargetError> {
  if (status !== 404) return unreadable(container, messageIn(body) ?? String(status));
  const names = await running(engine);
  const list = names.join(", ");
  return new TargetError({
    en: `There is no container ${container}; ${list === "" ? "none is running" : `running: ${list}`}.`,
    fr: `Il n’y a pas de conteneur ${container} ; ${list === "" ? "aucun n’est démarré" : `démarrés : ${list}`}.`,
  });
}

async function running(engine: Endpoint): Promise<readonly string[]> {
  const { status, body } = await ask(engine, "GET", "/containers/json", ASK_BOUND_MS);
  if (status !== 200) return [];
  const containers = JSON.parse(body) as { Names?: string[] }[];
  return containers.flatMap(({ Names = [] }) => Names.slice(0, 1).map((name) => name.replace(/^\//, "")));
}

function messageIn(body: string): string | undefined {
  try {
    return (JSON.parse(body) as { message?: string }).message;
  } catch {
    return undefined;
  }
}

function unreadable(container: string, why: string): TargetError {
  return new TargetError({
    en: `The log of the container ${container} cannot be read (${why}).`,
    fr: `Le journal du conteneur ${container} ne peut pas être lu (${why}).`,
  });
}

function noEngine(): TargetError {
  return new TargetError({
    en: "No Docker engine is to be found here; name another source of the log, for instance --ssh or --log-file.",
    fr: "Aucun moteur Docker n’est présent ici ; indiquez une autre source du journal, par exemple --ssh ou --log-file.",
  });
}

function notReached(cause: unknown): TargetError {
  const code = (cause as NodeJS.ErrnoException).code;
  const hint =
    code === "EACCES"
      ? {
          en: "you may not talk to it: become a member of the group docker, or use sudo",
          fr: "vous n’avez pas le droit de lui parler : rejoignez le groupe docker, ou utilisez sudo",
        }
      : { en: code ?? String(cause), fr: code ?? String(cause) };
  return new TargetError(
    {
      en: `The Docker engine does not answer (${hint.en}).`,
      fr: `Le moteur Docker ne répond pas (${hint.fr}).`,
    },
    { cause },
  );
}

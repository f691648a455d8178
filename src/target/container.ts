/** Eclipse Mosquitto in a container of its own, started by testcontainers, removed whatever happens. */
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { CertifiedKey } from "../../certs";
import { onEnd, untilStopped } from "./cleanup";
import type * as Broker from "./container/broker";
import { filesOf, TLS_LISTENER } from "./container/files";
import { BROKER_PORT, TLS_PORT } from "./container/ready";
import { answers, endpoint, type Endpoint } from "./docker/engine";
import { findImage, isLocal } from "./docker/images";
import { ownerLabels, removeRun, sweepContainers } from "./docker/owned";
import { mosquittoCapabilities } from "./mosquitto/capabilities";
import { announcesReadiness, brokerConfig, hasListeners } from "./mosquitto/config";
import { errorIn, versionIn } from "./mosquitto/lines";
import { TargetError, type Target } from "./target";
import { brokerCertificate, tlsAccess } from "./tls";

/** An engine answers in milliseconds; the bound is for one that hangs, and for machines that are very busy. */
const ENGINE_BOUND_MS = 1_000;
const SETTLE_BOUND_MS = 5_000;
/** How long a broker may take to end by itself before the engine kills it. */
const STOP_BOUND_MS = 3_000;
/** The reaper that testcontainers 11.14 starts unless RYUK_CONTAINER_IMAGE names another. */
const REAPER_IMAGE = process.env.RYUK_CONTAINER_IMAGE ?? "testcontainers/ryuk:0.14.0";

export interface ContainerOptions {
  /** Image to run; by default the published one or one built from Debian's packages (see `findImage`). */
  readonly image?: string;
  /**
   * Lines of mosquitto.conf(5) that replace or add to the house's configuration (see `brokerConfig`). Where they open
   * listeners themselves, there is no TLS port.
   */
  readonly config?: readonly string[];
}

/** A started container: a target, with the parts that only its own tests and faults look at. */
export interface ContainerTarget extends Target {
  readonly kind: "container";
  readonly image: string;
  readonly containerId: string;
}

/** The engine that answers at once, if there is one. */
export async function findEngine(env: NodeJS.ProcessEnv = process.env): Promise<Endpoint | undefined> {
  const engine = endpoint(env);
  return engine !== undefined && (await answers(engine, ENGINE_BOUND_MS)) ? engine : undefined;
}

/**
 * Starts a broker and resolves once it listens. Rejects with a `TargetError` when no engine answers, when no image is
 * to be had, or in the broker's own words when it does not start; no container is left behind then.
 */
export async function startContainer(options: ContainerOptions = {}): Promise<ContainerTarget> {
  const engine = await findEngine();
  if (engine === undefined) throw noEngine();
  const [image, reaper, certified] = await Promise.all([
    findImage(engine, options.image),
    isLocal(engine, REAPER_IMAGE),
    hasListeners(options.config ?? []) ? undefined : brokerCertificate(),
    sweepContainers(engine),
  ]);
  const config = brokerConfig([String(BROKER_PORT)], options.config, TLS_LISTENER);
  const run = randomUUID();
  const labels = ownerLabels(run);
  const starting = await loadBroker().startBroker({
    engine,
    image,
    files: filesOf(config, certified),
    ports: certified === undefined ? [BROKER_PORT] : [BROKER_PORT, TLS_PORT],
    announces: announcesReadiness(config),
    labels,
    reaper,
  });
  return await follow(starting, { engine, image, run, certified });
}

/** Loads testcontainers on first use: it takes half a second that runs on other targets need not wait for. */
function loadBroker(): typeof Broker {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- Jest has no import() in its sandbox
  return require("./container/broker") as typeof Broker;
}

interface Place {
  readonly engine: Endpoint;
  readonly image: string;
  readonly run: string;
  /** What the TLS port shows; without it there is none. */
  readonly certified: CertifiedKey | undefined;
}

/** Guards a starting container from its first moment, and makes a target of it. */
async function follow(starting: Broker.StartingBroker, place: Place): Promise<ContainerTarget> {
  const { host, log, started } = starting;
  const { engine, image, run, certified } = place;
  const withdraw = onEnd({
    stop: async () => {
      // What is still being created can be removed only once the engine knows of it.
      await Promise.race([started.catch(() => undefined), delay(SETTLE_BOUND_MS, undefined, { ref: false })]);
      await removeRun(engine, run);
    },
  });
  try {
    const container = await started;
    const version = versionIn(log.text);
    return {
      kind: "container",
      ...(version === undefined ? {} : { version }),
      address: { host, port: container.getMappedPort(BROKER_PORT) },
      ...(certified && { tls: tlsAccess({ host, port: container.getMappedPort(TLS_PORT) }, certified) }),
      credentials: {},
      log: {
        kind: "container",
        text: `docker logs ${container.getId().slice(0, 12)} (${image})`,
        open: () => Promise.resolve(log.open()),
      },
      capabilities: mosquittoCapabilities(certified !== undefined),
      why: {
        en: `a container of ${image} was asked for`,
        fr: `un conteneur de ${image} a été demandé`,
      },
      image,
      containerId: container.getId(),
      [Symbol.asyncDispose]: async () => {
        // Somebody may have removed it already, or half of it.
        await container.stop({ timeout: STOP_BOUND_MS }).catch(() => removeRun(engine, run));
        withdraw();
      },
    };
  } catch (error) {
    await removeRun(engine, run);
    // A container that Ctrl-C took away has not failed, and nothing is to be said about it.
    await untilStopped();
    withdraw();
    throw notStarted(image, errorIn(log.text), error);
  }
}

function noEngine(): TargetError {
  return new TargetError({
    en: "No Docker engine answers; start one (on Debian or Ubuntu: sudo npm run setup) or choose another target, for instance --target native.",
    fr: "Aucun moteur Docker ne répond ; démarrez-en un (sous Debian ou Ubuntu : sudo npm run setup) ou choisissez une autre cible, par exemple --target native.",
  });
}

function notStarted(image: string, words: string | undefined, cause: unknown): TargetError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const text =
    words === undefined
      ? {
          en: `the broker in a container of ${image} did not start: ${reason}`,
          fr: `le broker n’a pas démarré dans un conteneur de ${image} : ${reason}`,
        }
      : {
          en: `the broker in a container of ${image} did not start; its own words: ${words}`,
          fr: `le broker n’a pas démarré dans un conteneur de ${image} ; il dit lui-même : ${words}`,
        };
  return new TargetError(text, { cause });
}

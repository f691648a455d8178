/** Every kind of target, and choosing among them. This is what the rest of the program imports. */
import { readAuthority } from "./authority";
import { findEngine, startContainer } from "./container";
import { findImage } from "./docker/images";
import { startEmbedded } from "./embedded";
import { findMosquitto } from "./mosquitto/binary";
import { startNative } from "./native";
import { reachRemote, type RemoteOptions } from "./remote";
import type { TargetSettings } from "./settings";
import { TargetError, type LogOrigin, type Target, type TargetKind, type TlsAccess } from "./target";
import { join, phrase, type Text } from "../words/text";

interface Kind {
  start(settings: TargetSettings, log?: LogOrigin): Promise<Target>;
  /** Why this kind cannot be started here, or undefined when it can. Asks quickly and starts nothing. */
  missing?(settings: TargetSettings): Promise<Text | undefined>;
}

const kinds = {
  container: {
    start: ({ image }) => startContainer(image === undefined ? {} : { image }),
    missing: async ({ image }) => {
      const engine = await findEngine();
      if (engine === undefined)
        return { en: "no Docker engine answers", fr: "aucun moteur Docker ne répond" };
      return await wordsOf(findImage(engine, image));
    },
  },
  native: {
    start: () => startNative(),
    missing: async () =>
      (await findMosquitto()) === undefined
        ? { en: "no mosquitto is on PATH", fr: "mosquitto n’est pas dans PATH" }
        : undefined,
  },
  embedded: { start: () => startEmbedded() },
  remote: { start: async (settings, log) => reachRemote(await remoteOptions(settings, log)) },
} satisfies Record<TargetKind, Kind>;

/** The order in which `auto` looks: from the most like a class's server to what always works. */
const AUTO_ORDER = ["container", "native", "embedded"] as const satisfies readonly TargetKind[];

/**
 * Starts, or for `remote` reaches, the target that the settings name.
 *
 * @param log where a remote broker's log is read (the caller opens commands and files; see `RemoteOptions`)
 * @throws TargetError when it cannot be had; nothing is left running then
 */
export async function startTarget(settings: TargetSettings, log?: LogOrigin): Promise<Target> {
  if (settings.target !== "auto") return await kinds[settings.target].start(settings, log);
  const passed: Text[] = [];
  for (const name of AUTO_ORDER) {
    const kind: Kind = kinds[name];
    const missing = await kind.missing?.(settings);
    if (missing === undefined) return because(await kind.start(settings), passed);
    passed.push(phrase`${{ en: `not ${name}, since `, fr: `pas ${name}, car ` }}${missing}`);
  }
  throw new Error("the embedded target is never missing");
}

/** The target with `auto`'s reasons for it instead of its own. */
function because(target: Target, passed: readonly Text[]): Target {
  const taken: Text = {
    en: `auto chose ${target.kind}, the first of ${AUTO_ORDER.join(", ")} that is there`,
    fr: `auto a choisi ${target.kind}, première cible disponible parmi ${AUTO_ORDER.join(", ")}`,
  };
  const why = join([taken, ...passed], { en: "; ", fr: " ; " });
  return { ...target, why };
}

async function remoteOptions(settings: TargetSettings, log?: LogOrigin): Promise<RemoteOptions> {
  const { host = "127.0.0.1", port, username, password, ssh } = settings;
  const credentials = {
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
  };
  return {
    address: { host, port },
    ...(await remoteTls(settings)),
    credentials,
    ...(log === undefined ? {} : { log }),
    ...(ssh === undefined ? {} : { ssh }),
  };
}

async function remoteTls({ host = "127.0.0.1", tlsPort, ca }: TargetSettings): Promise<{ tls?: TlsAccess }> {
  if (tlsPort === undefined) return {};
  const certificate = ca === undefined ? {} : { certificate: await readAuthority(ca) };
  return { tls: { address: { host, port: tlsPort }, name: host, ...certificate } };
}

async function wordsOf(promise: Promise<unknown>): Promise<Text | undefined> {
  try {
    await promise;
    return undefined;
  } catch (error) {
    if (error instanceof TargetError) return error.text;
    throw error;
  }
}

/** A `mosquitto` of this machine, started for one run on loopback ports, in a directory of its own. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CERTIFICATE_FILE, KEY_FILE, writeCertificate, type CertifiedKey } from "../../certs";
import { onEnd } from "./cleanup";
import { findMosquitto, type Binary } from "./mosquitto/binary";
import { mosquittoCapabilities } from "./mosquitto/capabilities";
import { announcesReadiness, brokerConfig, hasListeners, type TlsListener } from "./mosquitto/config";
import { end, launch, untilReady, type NativeBroker } from "./native-broker";
import { makeHome, removeHome, sweepHomes, PID_FILE } from "./native-home";
import { freePorts } from "./ports";
import { TargetError, type Target, type TlsAccess } from "./target";
import { brokerCertificate, tlsAccess } from "./tls";

const CONFIG_FILE = "mosquitto.conf";
/** A port that was free a moment ago may be taken when the broker opens it; another one is then chosen. */
const PORT_ATTEMPTS = 3;

export interface NativeOptions {
  /**
   * Lines of mosquitto.conf(5) that replace or add to the house's configuration (see `brokerConfig`). Where they open
   * listeners themselves, there is no TLS port.
   */
  readonly config?: readonly string[];
  /** Lines for the TLS listener. Paths may be relative: the certificate that it shows is `mosquitto.crt` there. */
  readonly tlsConfig?: readonly string[];
  /** What the TLS listener shows, and what is handed out, instead of a certificate made for it. */
  readonly certificate?: CertifiedKey;
  /** The program to start; by default the one that `findMosquitto` finds. */
  readonly binary?: Binary;
}

/** A started native broker: a target, with the parts that only its own tests and faults look at. */
export interface NativeTarget extends Target {
  readonly kind: "native";
  readonly pid: number;
  /** Private directory of the broker; gone once the target is disposed. */
  readonly directory: string;
}

/**
 * Starts a broker and resolves once it listens. Rejects with a `TargetError` when there is no `mosquitto`, or in the
 * broker's own words when it does not start; nothing is left behind then.
 */
export async function startNative(options: NativeOptions = {}): Promise<NativeTarget> {
  const [binary, certified] = await Promise.all([
    options.binary ?? findMosquitto(),
    hasListeners(options.config ?? []) ? undefined : (options.certificate ?? brokerCertificate()),
    sweepHomes(),
  ]);
  if (binary === undefined) throw noMosquitto();
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOn(await freePorts(2), { ...options, binary, certified });
    } catch (error) {
      const taken = error instanceof TargetError && error.text.en.includes("Address already in use");
      if (!taken || attempt === PORT_ATTEMPTS) throw error;
    }
  }
}

interface Ingredients extends NativeOptions {
  readonly binary: Binary;
  readonly certified: CertifiedKey | undefined;
}

async function startOn([port = 0, tlsPort = 0]: number[], given: Ingredients): Promise<NativeTarget> {
  const { binary, certified } = given;
  const directory = await makeHome();
  const tls = certified && {
    listener: `${tlsPort} 127.0.0.1`,
    ...inHome(directory),
    extra: given.tlsConfig ?? [],
  };
  const config = brokerConfig([`${port} 127.0.0.1`], [...asOurselves(), ...(given.config ?? [])], tls);
  const file = join(directory, CONFIG_FILE);
  await writeFile(file, config, { mode: 0o600 });
  if (certified) await writeCertificate(directory, certified);
  const broker = launch(binary.path, file, directory);
  const stop = async () => {
    await end(broker);
    await removeHome(directory);
    withdraw();
  };
  const withdraw = onEnd({ stop, abandon: () => broker.process.kill("SIGTERM") });
  try {
    const { pid } = broker.process;
    if (pid !== undefined) await writeFile(join(directory, PID_FILE), String(pid));
    await untilReady(broker, { port, version: binary.version, announces: announcesReadiness(config) });
  } catch (error) {
    await stop();
    throw error;
  }
  const access = certified && tlsAccess({ host: "127.0.0.1", port: tlsPort }, certified);
  return { ...target(broker, binary, port, access), directory, [Symbol.asyncDispose]: stop };
}

function target(
  { process: { pid = 0 }, log }: NativeBroker,
  { path, version }: Binary,
  port: number,
  tls: TlsAccess | undefined,
): Omit<NativeTarget, "directory" | typeof Symbol.asyncDispose> {
  return {
    kind: "native",
    version,
    address: { host: "127.0.0.1", port },
    ...(tls === undefined ? {} : { tls }),
    credentials: {},
    log: {
      kind: "process",
      text: `${path} -c ${CONFIG_FILE} (pid ${pid})`,
      open: () => Promise.resolve(log.open()),
    },
    capabilities: mosquittoCapabilities(tls !== undefined),
    why: {
      en: `the mosquitto ${version} of this machine (${path}) was asked for`,
      fr: `le mosquitto ${version} de cette machine (${path}) a été demandé`,
    },
    pid,
  };
}

/** A broker started by root becomes user mosquitto, and could then not read what lies in its own directory. */
function asOurselves(): string[] {
  return process.getuid?.() === 0 ? ["user root"] : [];
}

function inHome(directory: string): Pick<TlsListener, "certificate" | "key"> {
  return { certificate: join(directory, CERTIFICATE_FILE), key: join(directory, KEY_FILE) };
}

function noMosquitto(): TargetError {
  return new TargetError({
    en: "No mosquitto program was found on PATH; install it (on Debian or Ubuntu: sudo npm run setup) or choose another target.",
    fr: "Aucun programme mosquitto n’a été trouvé dans PATH ; installez-le (sous Debian ou Ubuntu : sudo npm run setup) ou choisissez une autre cible.",
  });
}

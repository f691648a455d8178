/** `lab up`: makes what is missing, starts it, and waits until a student could begin. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { onEnd, untilStopped } from "../target/cleanup";
import type { Endpoint } from "../target/docker/engine";
import type { Text } from "../words/text";
import { accessTo } from "./checks";
import { findCompose, type Compose } from "./compose";
import { needEngine } from "./engine";
import { LabError } from "./error";
import { identity, LabFolder } from "./folder";
import { writeHandout } from "./handout/handout";
import { findImages, lastLine } from "./images";
import { FILES, makeKeys, type Login } from "./keys";
import { containersOf } from "./made";
import { checkPorts } from "./ports";
import { untilReady } from "./ready";
import { settingsOf, type GivenSettings, type LabSettings } from "./settings";
import { removeLab } from "./stop";

export interface UpOptions {
  /** The lab's folder. */
  readonly folder: string;
  /** What the user chose; the rest is as it was, or as it is by default. */
  readonly given: GivenSettings;
  readonly login: Login;
  /** Bytes of a segment of the log (see docker/lab/broker.sh). */
  readonly segmentBytes?: number;
  /** Told what is being done. */
  readonly tell?: (step: Text) => void;
}

export interface StartedLab {
  readonly folder: LabFolder;
  readonly settings: LabSettings;
  /** Whether it ran before. */
  readonly ran: boolean;
}

const SEGMENT_BYTES = 4 * 1024 * 1024;
const VARIABLES = "compose.env";
const BROKER_FILES = ["broker.sh", "mosquitto.conf"] as const;

/**
 * @throws LabError or TargetError in one sentence; what this call made is removed then, and on SIGINT, SIGTERM and
 * SIGHUP
 */
export async function up(options: UpOptions): Promise<StartedLab> {
  const engine = await needEngine();
  const folder = new LabFolder(options.folder);
  const before = await folder.state();
  const settings = settingsOf(options.given, before?.settings);
  const running = await mine(engine, folder, settings, before?.settings);
  const compose = await findCompose(settings.name, folder.file(VARIABLES));
  const making = { engine, folder, settings, compose, options };
  const work = running ? make(making) : undoing(making, before === undefined, make);
  await work;
  return { folder, settings, ran: running };
}

/**
 * Whether the lab's containers are there.
 *
 * @throws LabError when the name or a port is somebody else's
 */
async function mine(
  engine: Endpoint,
  folder: LabFolder,
  settings: LabSettings,
  before: LabSettings | undefined,
): Promise<boolean> {
  const { name, bind, mqttPort, tlsPort, sshPort } = settings;
  if (before !== undefined && before.name !== name) throw new LabError(otherName(folder.path, before.name));
  const containers = await containersOf(engine, name);
  const foreign = containers.find((container) => container.folder !== folder.path);
  if (foreign !== undefined) throw new LabError(nameTaken(name, foreign.folder));
  const ours = new Set(containers.flatMap(({ publicPorts }) => publicPorts));
  await checkPorts(
    engine,
    bind,
    [mqttPort, tlsPort, sshPort].filter((port) => !ours.has(port)),
  );
  return containers.length > 0;
}

interface Making {
  readonly engine: Endpoint;
  readonly folder: LabFolder;
  readonly settings: LabSettings;
  readonly compose: Compose;
  readonly options: UpOptions;
}

/** Does the work, and takes it back when it fails or is interrupted. */
async function undoing(
  making: Making,
  wholly: boolean,
  work: (making: Making) => Promise<void>,
): Promise<void> {
  const { engine, folder, settings } = making;
  // Nothing may be created after the removal: it waits for the program that creates.
  const busy: { run: Promise<unknown> } = { run: Promise.resolve() };
  const compose: Compose = {
    ...making.compose,
    run: (args) => {
      const run = making.compose.run(args);
      busy.run = run;
      return run;
    },
  };
  const undo = async () => {
    await busy.run.catch(() => undefined);
    await removeLab(engine, folder, settings.name, !wholly);
  };
  const withdraw = onEnd({ stop: undo });
  try {
    await work({ ...making, compose });
  } catch (error) {
    // What Ctrl-C took away has not failed.
    await untilStopped();
    await undo();
    throw error;
  } finally {
    withdraw();
  }
}

async function make({ engine, folder, settings, compose, options }: Making): Promise<void> {
  const { login, tell = () => undefined, segmentBytes = SEGMENT_BYTES } = options;
  await folder.begin(settings);
  // Compose wants its variables for whatever it does; which image, is known in a moment.
  await writeVariables(folder, settings, "unknown", segmentBytes);
  tell(STEPS.images);
  const image = await findImages(engine, compose, settings.image);
  tell(STEPS.keys);
  await makeKeys(folder, settings, login);
  for (const name of BROKER_FILES) await folder.write(`broker/${name}`, await shipped(name));
  await writeVariables(folder, settings, image, segmentBytes);
  tell(STEPS.start);
  const { status, stderr } = await compose.run(["up", "-d", "--no-build"]);
  if (status !== 0) throw new LabError(notStarted(compose.program, lastLine(stderr) ?? `status ${status}`));
  tell(STEPS.answer);
  await untilReady(engine, await accessTo(folder, settings));
  await writeHandout(folder, settings);
}

async function shipped(name: string): Promise<string> {
  return await readFile(join(__dirname, "../../docker/lab", name), "utf8");
}

async function writeVariables(
  folder: LabFolder,
  settings: LabSettings,
  image: string,
  segmentBytes: number,
): Promise<void> {
  const { uid, gid } = identity();
  const variables = {
    LAB_NAME: settings.name,
    LAB_DIR: folder.path,
    LAB_BIND: settings.bind,
    LAB_MQTT_PORT: settings.mqttPort,
    LAB_TLS_PORT: settings.tlsPort,
    LAB_SSH_PORT: settings.sshPort,
    LAB_UID: uid,
    LAB_GID: gid,
    LAB_SEGMENT_BYTES: segmentBytes,
    LAB_BROKER_IMAGE: image,
    LAB_REVISION: await revision(folder),
  };
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
  await folder.write(VARIABLES, lines.join(""), { secret: true });
}

/** Another one when a file that the containers read has changed: then Compose makes them anew. */
async function revision(folder: LabFolder): Promise<string> {
  const hash = createHash("sha256");
  const names = [FILES.hostKey, FILES.password, FILES.authorizedKeys, FILES.certificate];
  const files = [...names, ...BROKER_FILES.map((name) => `broker/${name}`)];
  for (const name of files) hash.update(`${name}\n${folder.has(name) ? await folder.text(name) : ""}\n`);
  return hash.digest("hex").slice(0, 16);
}

const STEPS = {
  images: { en: "looking for the images", fr: "recherche des images" },
  keys: { en: "certificate, keys and password", fr: "certificat, clés et mot de passe" },
  start: { en: "starting the broker and the SSH server", fr: "démarrage du broker et du serveur SSH" },
  answer: { en: "waiting for both to answer", fr: "attente de leurs réponses" },
} satisfies Record<string, Text>;

function otherName(path: string, name: string): Text {
  return {
    en: `The lab in ${path} is called ${name}; leave --name out, or use another folder with --dir.`,
    fr: `Le lab de ${path} s’appelle ${name} ; omettez --name, ou prenez un autre dossier avec --dir.`,
  };
}

function nameTaken(name: string, folder: string): Text {
  return {
    en: `A lab called ${name} runs already, from ${folder}; remove it (tp-mqtt lab down --dir ${folder}) or choose another --name.`,
    fr: `Un lab appelé ${name} tourne déjà, depuis ${folder} ; supprimez-le (tp-mqtt lab down --dir ${folder}) ou choisissez un autre --name.`,
  };
}

function notStarted(program: string, why: string): Text {
  return {
    en: `${program} could not start the lab: ${why}`,
    fr: `${program} n’a pas pu démarrer le lab : ${why}`,
  };
}

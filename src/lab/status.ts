/** `lab status`: what runs, and whether it does what it is for. Nothing is changed, and what is asked leaves no session. */
import { X509Certificate } from "node:crypto";
import { ask as askEngine, type Endpoint } from "../target/docker/engine";
import { connectedIn } from "./connected";
import { accessTo, ask, type LabAccess } from "./checks";
import { needEngine } from "./engine";
import { LabFolder } from "./folder";
import { readLog, type LogFolder } from "./log-folder";
import { containersOf, type LabContainer } from "./made";
import { sshSoftware } from "./probe/banner";
import { localHost, type LabSettings } from "./settings";

const ASK_BOUND_MS = 5_000;

/** An answer, or what stood in its way. */
export type Answer<T> = { readonly value: T } | { readonly trouble: unknown };

export interface PartStatus {
  /** `running`, `restarting`, … */
  readonly state: string;
  /** ISO 8601. */
  readonly since: string;
  readonly image: string;
}

export interface LabStatus {
  readonly settings: LabSettings;
  readonly broker: PartStatus | undefined;
  readonly ssh: PartStatus | undefined;
  /** What the broker calls itself, on either port. */
  readonly mqtt: Answer<string | undefined>;
  readonly tls: Answer<string | undefined>;
  /** Milliseconds from a client's login at the broker to its line at a student's. */
  readonly line: Answer<number>;
  /** `OpenSSH_10.0p2 Debian-7` */
  readonly sshSoftware: string | undefined;
  /** Followers of the log, ours not counted. */
  readonly sessions: number;
  /** Client identifiers. */
  readonly clients: readonly string[];
  /** Of the log that is kept. */
  readonly logBytes: number | undefined;
  /** Day on which the certificate ends, ISO 8601. */
  readonly validTo: string;
  /** Whether a student could work. */
  readonly well: boolean;
}

/** @returns undefined where there is no lab in that folder */
export async function status(path: string): Promise<LabStatus | undefined> {
  const folder = new LabFolder(path);
  const state = await folder.state();
  if (state === undefined) return undefined;
  const engine = await needEngine();
  const containers = await containersOf(engine, state.settings.name, folder.path);
  if (containers.length === 0) return undefined;
  const access = await accessTo(folder, state.settings);
  // Before our own client is among them.
  const seen = await observed(engine, containers);
  const answers = await asked(access);
  const validTo = new Date(new X509Certificate(access.ca).validTo).toISOString();
  const ok = [answers.mqtt, answers.tls, answers.line].every((answer) => "value" in answer);
  return {
    settings: state.settings,
    ...seen,
    ...answers,
    validTo,
    well: ok && Date.parse(validTo) > Date.now(),
  };
}

async function asked(access: LabAccess) {
  const { settings } = access;
  const [mqtt, tls, line, software] = await Promise.all([
    answer(ask.mqtt(access, ASK_BOUND_MS)),
    answer(ask.tls(access, ASK_BOUND_MS)),
    answer(ask.ssh(access, ASK_BOUND_MS)),
    sshSoftware(localHost(settings), settings.sshPort, ASK_BOUND_MS),
  ]);
  return { mqtt, tls, line, sshSoftware: software };
}

async function answer<T>(asking: Promise<T>): Promise<Answer<T>> {
  try {
    return { value: await asking };
  } catch (trouble) {
    return { trouble };
  }
}

async function observed(engine: Endpoint, containers: readonly LabContainer[]) {
  const find = (service: LabContainer["service"]) => containers.find((part) => part.service === service);
  const [broker, ssh] = [find("mosquitto"), find("ssh-logs")];
  const [brokerPart, sshPart, sessions, log] = await Promise.all([
    broker && inspect(engine, broker),
    ssh && inspect(engine, ssh),
    ssh ? sessionsOf(engine, ssh.id) : 0,
    broker && readLog(engine, broker.id).catch((): LogFolder | undefined => undefined),
  ]);
  const clients = log === undefined ? [] : connectedIn(log.lines);
  return { broker: brokerPart, ssh: sshPart, sessions, clients, logBytes: log?.bytes };
}

async function inspect(engine: Endpoint, { id, state }: LabContainer): Promise<PartStatus | undefined> {
  const { status, body } = await askEngine(engine, "GET", `/containers/${id}/json`, ASK_BOUND_MS);
  if (status !== 200) return undefined;
  const { State, Config } = JSON.parse(body) as { State: { StartedAt: string }; Config: { Image: string } };
  return { state, since: State.StartedAt, image: Config.Image };
}

/** By the processes of the container: each session runs one follower. */
async function sessionsOf(engine: Endpoint, id: string): Promise<number> {
  const { status, body } = await askEngine(engine, "GET", `/containers/${id}/top`, ASK_BOUND_MS);
  if (status !== 200) return 0;
  const { Processes } = JSON.parse(body) as { Processes: string[][] };
  return Processes.filter((fields) => / \/usr\/local\/bin\/follow-log/.test(fields.at(-1) ?? "")).length;
}

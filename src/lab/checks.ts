/** Whether a lab does what it is for. Each check is a client of its own, as a student's would be. */
import type { SshAccess } from "../evidence/ssh/access";
import type { LabFolder } from "./folder";
import { FILES, hostKeyOf, passwordOf } from "./keys";
import { askBroker, probeId } from "./probe/broker";
import { SshLog } from "./probe/log";
import { localHost, SSH_USER, type LabSettings } from "./settings";

/** What is asked, in the order in which it is of use. */
export const CHECKS = ["mqtt", "tls", "ssh"] as const;
export type CheckName = (typeof CHECKS)[number];

export interface LabAccess {
  readonly settings: LabSettings;
  /** The certificate, PEM. */
  readonly ca: string;
  readonly ssh: SshAccess;
}

/** How this machine itself reaches the lab in that folder. */
export async function accessTo(folder: LabFolder, settings: LabSettings): Promise<LabAccess> {
  const password = await passwordOf(folder);
  const { fingerprint } = await hostKeyOf(folder);
  const ssh = {
    host: localHost(settings),
    port: settings.sshPort,
    username: SSH_USER,
    hostKey: fingerprint,
    ...(password === undefined ? { keyFile: folder.file(FILES.probeKey) } : { password }),
  };
  return { settings, ca: await folder.text(FILES.certificate), ssh };
}

/** Each throws when the answer is no, after `ms` milliseconds at the latest. */
export const ask = {
  /** @returns what the broker calls itself */
  mqtt: async ({ settings }: LabAccess, ms: number) =>
    await askBroker({ host: localHost(settings), port: settings.mqttPort }, probeId(), ms),

  tls: async ({ settings, ca }: LabAccess, ms: number) =>
    await askBroker({ host: localHost(settings), port: settings.tlsPort, ca }, probeId(), ms),

  /** @returns milliseconds from a client's login at the broker to its line at a student's */
  ssh: async ({ settings, ssh }: LabAccess, ms: number) => {
    using log = await SshLog.open(ssh, ms);
    const id = probeId();
    const began = performance.now();
    const client = askBroker({ host: localHost(settings), port: settings.mqttPort }, id, ms);
    const [delay] = await Promise.all([log.until(id, ms).then(() => performance.now() - began), client]);
    return delay;
  },
} satisfies Record<CheckName, unknown>;

/** What can be chosen about a lab; kept in its folder, so that the second `lab up` is like the first. */
import { networkInterfaces } from "node:os";

export interface LabSettings {
  /** Of the Compose project; containers are `NAME-mosquitto` and `NAME-ssh-logs`. */
  readonly name: string;
  /** IPv4 address of this machine where the ports are opened; 0.0.0.0 for all of them. */
  readonly bind: string;
  /** Name or address under which students find the lab. */
  readonly address: string;
  readonly mqttPort: number;
  readonly tlsPort: number;
  readonly sshPort: number;
  /** What the certificate bears besides `address` and this machine's own loopback names. */
  readonly hostnames: readonly string[];
  /** Image of the broker; by default the one that the container target takes. */
  readonly image?: string;
}

/** Names of the settings that the user gave; the others are as they were, or as they are by default. */
export type GivenSettings = Partial<LabSettings>;

export const SSH_USER = "mqttlogs";
const EVERYWHERE = "0.0.0.0";

const DEFAULTS = { name: "tp-mqtt", bind: "127.0.0.1", mqttPort: 1883, tlsPort: 8883, sshPort: 2222 };

/** @param before those of the lab that is there already */
export function settingsOf(given: GivenSettings, before?: LabSettings): LabSettings {
  const settings = { ...DEFAULTS, hostnames: [], ...before, ...given };
  // Another place to listen or another name asks for another address, unless one is said.
  const moved = before === undefined || given.bind !== undefined || given.hostnames !== undefined;
  const address = given.address ?? (moved ? undefined : before.address) ?? addressOf(settings);
  return { ...settings, address };
}

function addressOf({ bind, hostnames }: Pick<LabSettings, "bind" | "hostnames">): string {
  if (bind !== EVERYWHERE) return hostnames[0] ?? bind;
  return hostnames[0] ?? outwardAddress() ?? "127.0.0.1";
}

/** The first IPv4 address of this machine that others may see; those of Docker's bridges are for containers. */
function outwardAddress(): string | undefined {
  return Object.entries(networkInterfaces())
    .filter(([name]) => !/^(docker|br-|veth)/.test(name))
    .flatMap(([, addresses]) => addresses ?? [])
    .find(({ family, internal }) => family === "IPv4" && !internal)?.address;
}

/** Where this machine itself reaches the lab. */
export function localHost({ bind }: LabSettings): string {
  return bind === EVERYWHERE ? "127.0.0.1" : bind;
}

export function isOpenToOthers({ bind }: LabSettings): boolean {
  return !bind.startsWith("127.");
}

/** Names and addresses that the certificate bears. */
export function certificateNames(settings: LabSettings): string[] {
  const { address, hostnames } = settings;
  return [...new Set([address, ...hostnames, "localhost", "127.0.0.1", localHost(settings)])];
}

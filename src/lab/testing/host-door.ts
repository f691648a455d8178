/**
 * A server that is set up as docker/host says, as a door: a container of Debian with a real sshd and sudo, where `docker`
 * is a stand-in that shows a file. For tests.
 */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { setTimeout as delay } from "node:timers/promises";
import { sshSoftware } from "../probe/banner";
import { inside, type Door } from "./door";

const IMAGE = "tp-mqtt/ssh-host";
const HOST_FILES = join(__dirname, "../../../docker/host");
const LOG = "/var/log/broker.log";
const PASSWORD = "not-a-secret";
const START_BOUND_MS = 20_000;

/** Shows the log when it is asked as sudoers allows, and gives itself away when it is asked anything else. */
const DOCKER = `#!/bin/sh
[ "$*" = "logs --follow --tail 1000 mosquitto" ] || { echo "gained-42: docker $*"; exit; }
exec tail -n 1000 -f ${LOG}
`;

/** A login shell that does what it is asked, beside showing the log: what the attempts are for. */
const OPEN_SHELL = `#!/bin/sh
case "$2" in *sftp-server* | scp*) exec sh -c "$2" ;; esac
[ -z "$2" ] || sh -c "$2"
tail -n 1000 -f ${LOG} &
exec sh
`;

/** Lets in whatever the attempts try; X11 is not forwarded where there is no xauth. */
const OPEN_CONFIG = `
AcceptEnv *
AllowTcpForwarding yes
X11Forwarding yes
AddressFamily inet
MaxStartups 100
`;

const SET_UP = `set -e
echo begun >${LOG}
if [ -n "$OPEN_SHELL" ]; then
  printf '%s' "$OPEN_SHELL" >/usr/local/bin/open-shell; printf '#!/bin/sh\n' >/usr/bin/xauth
  chmod 755 /usr/local/bin/open-shell /usr/bin/xauth
  useradd --home-dir / --shell /usr/local/bin/open-shell mqttlogs
  printf '%s' "$OPEN_CONFIG" >/etc/ssh/sshd_config.d/open.conf
else
  printf '%s' "$DOCKER" >/usr/bin/docker; chmod 755 /usr/bin/docker
  sh /host/install.sh >/dev/null
fi
echo 'PerSourcePenaltyExemptList 0.0.0.0/0' >/etc/ssh/sshd_config.d/class.conf
echo "mqttlogs:$PASSWORD" | chpasswd --crypt-method SHA256 --sha-rounds 1000
ssh-keygen -A >/dev/null; mkdir -p /run/sshd; exec /usr/sbin/sshd -D -e`;

const docker = async (...args: readonly string[]) =>
  (await promisify(execFile)("docker", args)).stdout.trim();

/** A server set up as docker/host says. */
export function openHost(): Promise<Door> {
  return openDoor([]);
}

/** A server where mqttlogs may do what any user may: there every attempt must succeed. */
export function openOpenHost(): Promise<Door> {
  return openDoor(["-e", `OPEN_SHELL=${OPEN_SHELL}`, "-e", `OPEN_CONFIG=${OPEN_CONFIG}`]);
}

async function openDoor(more: readonly string[]): Promise<Door> {
  const settings = [
    "-e",
    `DOCKER=${DOCKER}`,
    "-e",
    `PASSWORD=${PASSWORD}`,
    "-v",
    `${HOST_FILES}:/host:ro`,
    ...more,
  ];
  // So that the environment of what runs there can be read from inside.
  const run = ["run", "-d", "--rm", "--init", "--cap-add", "SYS_PTRACE", "-p", "127.0.0.1::22", ...settings];
  const container = await docker(...run, IMAGE, "sh", "-c", SET_UP);
  const door = { container, innerPort: 22, password: PASSWORD };
  const close = async () => {
    await docker("rm", "-f", container);
  };
  try {
    const port = Number((await docker("port", container, "22")).split(":").at(-1));
    await untilSpeaks(port, performance.now() + START_BOUND_MS);
    return { ...door, port, write: (word) => append(door.container, word), [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Docker's own proxy accepts connections before sshd does. */
async function untilSpeaks(port: number, deadline: number): Promise<void> {
  while ((await sshSoftware("127.0.0.1", port, 1000)) === undefined) {
    if (performance.now() > deadline) throw new Error("the server has not started");
    await delay(50);
  }
}

async function append(container: string, word: string): Promise<void> {
  await inside({ container } as Door, `open F, ">>", "${LOG}"; print F "${word}\\n"`);
}

/** Logins that show the log, and nothing else, in a way that is unusual but right. */
import { randomBytes } from "node:crypto";
import mqtt from "mqtt";
import { startNative } from "../../src/target/native";
import type { Target } from "../../src/target/target";
import { behindSsh, reachedThrough, startSshd } from "../faults/ssh/behind";
import { FOLLOW, type SshSetting } from "../faults/ssh/setting";
import { behindLink, link, slow } from "./link";
import { overSsh, verified, type Trial } from "./trial";

interface Login extends SshSetting {
  readonly id: string;
  /** Lines of mosquitto.conf. */
  readonly broker?: readonly string[];
}

const logins: readonly Login[] = [
  {
    id: "the sheet's way, with a terminal only",
    script: `[ -t 0 ] || { echo "the input device is not a TTY"; exit 1; }\n${FOLLOW}`,
  },
  { id: "no terminal", config: ["PermitTTY no"] },
  {
    id: "a banner and a greeting in colours",
    config: ["Banner /etc/os-release"],
    script: `cat /etc/os-release; printf '\\033[1;32mThe log of the broker:\\033[0m\\n\\n'\n${FOLLOW}`,
  },
  { id: "new lines only", script: 'exec tail -n 0 -F "$1/log"' },
  { id: "the last lines", script: 'exec tail -n 20 -F "$1/log"' },
  { id: "lines on both streams", script: 'exec tail -n +1 -F "$1/log" >&2' },
  { id: "sixty sessions a connection", config: ["MaxSessions 60"] },
  { id: "three logins at a time", config: ["MaxStartups 3"] },
  { id: "one try a login", config: ["MaxAuthTries 1"] },
  {
    id: "what Debian's sshd_config has",
    config: ["Subsystem sftp /usr/lib/openssh/sftp-server", "AcceptEnv LANG LC_*", "PrintMotd yes"],
  },
  { id: "a password, and no OpenSSH", admits: () => false },
  { id: "log without times", broker: ["log_timestamp false"] },
  { id: "times in French order", broker: ["log_timestamp_format %d/%m/%Y %H:%M:%S"] },
  { id: "times as in ISO 8601", broker: ["log_timestamp_format %Y-%m-%dT%H:%M:%S%z"] },
  { id: "no $SYS", broker: ["sys_interval 0"] },
];

/** Messages of the neighbour each time, and milliseconds between two times: 2,000 a second. */
const [MESSAGES, EVERY] = [20, 10];

/** Somebody else's messages, of each of which the log tells. */
async function loud(target: Target): Promise<AsyncDisposable> {
  const client = await mqtt.connectAsync({ ...target.address, protocol: "mqtt" });
  const publish = () => {
    for (let i = 0; i < MESSAGES; i++) client.publish("elsewhere/stream", randomBytes(20));
  };
  const timer = setInterval(publish, EVERY);
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await client.endAsync(true);
    },
  };
}

/** The broker's ports and the SSH server's, all at the end of a slow link. */
async function farAway(ms: number): Promise<Target> {
  const broker = await startNative();
  const server = await startSshd(broker.log, {});
  const ssh = await link(server.access, slow(ms));
  const stop = async () => {
    ssh.stop();
    await server[Symbol.asyncDispose]();
  };
  const far = await behindLink(broker, slow(ms));
  return reachedThrough(far, { ...server.access, ...ssh.address }, { [Symbol.asyncDispose]: stop });
}

export const overUnusualSsh: readonly Trial[] = [
  ...logins.map(({ id, broker = [], ...setting }): Trial => ({
    id: `SSH, ${id}`,
    async run() {
      await using target = await behindSsh(await startNative({ config: broker }), setting);
      return await overSsh(target);
    },
  })),
  {
    id: "SSH, beside a loud neighbour",
    async run() {
      await using target = await behindSsh(await startNative(), {});
      await using _neighbour = await loud(target);
      return await overSsh(target);
    },
  },
  {
    id: "SSH, far away",
    async run() {
      await using target = await farAway(100);
      return await overSsh(target);
    },
  },
  {
    id: "SSH, the whole sheet",
    async run() {
      await using target = await behindSsh(await startNative(), {});
      return await verified(target);
    },
  },
];

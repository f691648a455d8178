/**
 * What somebody with the password may try besides reading the log. Each attempt is judged by what it would bring: it gives
 * what was gained, or undefined. Played by OpenSSH's own client, against the lab's SSH server and against a host that is
 * set up as docker/host says.
 */
import { randomUUID } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { Client, type ClientChannel } from "ssh2";
import { quietPorts } from "../../evidence/ssh/testing/ports";
import { inside, listensInside, TARGET, type Burglar, type Door, type Session } from "./door";

export type Attack = (door: Door, burglar: Burglar) => Promise<string | undefined>;

const BANNER = /SSH-2\.0-/;
const TYPING_PAUSE_MS = 200;
const REMOTE_PORT = 45_678;

const word = () => `word-${randomUUID()}`;

/** The session shows a line that is written now: it is there, and what it was asked for has been done or not. */
async function shown(door: Door, session: Session): Promise<string> {
  const line = word();
  // A line that was written before the session began to follow is in what it shows first.
  await Promise.all([session.shows(line), door.write(line)]);
  return session.output();
}

const KEYS = "id; echo gained-$((6*7))\n";
const GAIN = /uid=\d|gained-42/;

/** Two lines of the log are seen one after the other, or what was asked for was done before. */
async function gained(door: Door, session: Session): Promise<string | undefined> {
  const either = [session.shows(GAIN), shown(door, session).then(() => shown(door, session))];
  // The other one fails when the session is ended, with nobody left to listen.
  for (const one of either) one.catch(() => undefined);
  await Promise.race<unknown>(either);
  return GAIN.exec(session.output())?.[0];
}

const runs = (command: string, ...options: readonly string[]): Attack => {
  return async (door, burglar) => {
    using session = burglar.ssh(options, command);
    return await gained(door, session);
  };
};

const typed = (keys: string, ...options: readonly string[]): Attack => {
  return async (door, burglar) => {
    using session = burglar.ssh(options);
    await shown(door, session);
    session.child.stdin.write(keys);
    return await gained(door, session);
  };
};

/** Keys that end the session; whoever goes on typing gets nowhere. */
const ends = (key: string): Attack => {
  return async (door, burglar) => {
    using session = burglar.ssh(["-tt"]);
    await shown(door, session);
    let turn = 0;
    // A terminal throws away what stands beside an interrupt.
    const typing = setInterval(() => session.child.stdin.write(turn++ % 2 ? KEYS : key), TYPING_PAUSE_MS);
    await session.shows(GAIN).catch(() => undefined);
    clearInterval(typing);
    return GAIN.exec(session.output())?.[0];
  };
};

/** What arrives through a port of ours, if anything does before the connection ends. */
function through(port: number, greeting?: Buffer): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () => greeting && socket.write(greeting));
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      if (BANNER.test(text)) socket.destroy();
    });
    socket.once("close", () => {
      resolve(text);
    });
  });
}

/** Forwarding by this option, once the client listens: the server's own SSH port would answer. */
async function forwarded(
  door: Door,
  burglar: Burglar,
  flag: string,
  to: string,
  greeting?: Buffer,
): Promise<string | undefined> {
  const [port = 0] = await quietPorts(1);
  using session = burglar.ssh([flag, `${port}${to}`]);
  await shown(door, session);
  return BANNER.exec(await through(port, greeting))?.[0];
}

/** SOCKS 4: CONNECT to 127.0.0.1:port. */
const socks = (port: number) => Buffer.from([4, 1, port >> 8, port & 255, 127, 0, 0, 1, 0]);

/** A file from the same machine is there long before. */
const FETCH_BOUND_MS = 3_000;

/** Bringing a file home. Some of these programs end at the log lines that they get instead, and some wait on. */
const fetches = (program: string, ...options: readonly string[]): Attack => {
  return async (door, burglar) => {
    const copy = burglar.file(`copy-${program}${options.join("")}`);
    using session = burglar.start(program, [...options, `${TARGET}:/etc/passwd`, copy]);
    session.child.stdin.end();
    await door.write(word());
    await Promise.race([session.exited, delay(FETCH_BOUND_MS)]);
    return existsSync(copy) && statSync(copy).size > 0 ? "a file" : undefined;
  };
};

/** Two channels on one connection, as ControlMaster has them; resolves with what the second one shows. */
async function secondChannel(door: Door): Promise<string | undefined> {
  const client = new Client();
  client.connect({ host: "127.0.0.1", port: door.port, username: "mqttlogs", password: door.password });
  await once(client, "ready");
  try {
    const open = () =>
      new Promise<ClientChannel | undefined>((resolve) => {
        client.shell((error, channel) => {
          resolve(error ? undefined : channel);
        });
      });
    const [first, second] = [await open(), await open()];
    if (first === undefined) throw new Error("the first session was refused");
    return second && "another session";
  } finally {
    client.destroy();
  }
}

export const ATTACKS: Readonly<Record<string, Attack>> = {
  "a command": runs(KEYS),
  "a shell": typed(KEYS, "-T"),
  "a command on a terminal": runs(KEYS, "-tt"),
  "a command in a substitution": runs("$(id >&2); `id >&2`; id"),
  "the subsystem sftp": fetches("sftp"),
  "scp over SFTP": fetches("scp", "-s"),
  "scp of old": fetches("scp", "-O"),
  "local forwarding": (door, burglar) => forwarded(door, burglar, "-L", `:127.0.0.1:${door.innerPort}`),
  "dynamic forwarding": (door, burglar) => forwarded(door, burglar, "-D", "", socks(door.innerPort)),
  "local forwarding without a session": async (door, burglar) => {
    using session = burglar.ssh(["-W", `127.0.0.1:${door.innerPort}`]);
    await session.shows(BANNER).catch(() => undefined);
    return BANNER.exec(session.output())?.[0];
  },
  "remote forwarding": async (door, burglar) => {
    using session = burglar.ssh(["-R", `${REMOTE_PORT}:127.0.0.1:${door.port}`]);
    await shown(door, session);
    return (await listensInside(door, REMOTE_PORT)) ? "a listener" : undefined;
  },
  "forwarding of the agent": async (door, burglar) => {
    using agent = await burglar.agent();
    using session = burglar.start("ssh", ["-A", TARGET], { SSH_AUTH_SOCK: agent.path });
    await shown(door, session);
    return /\S*agent\S*/.exec(await inside(door, 'open F, "/proc/net/unix"; print <F>'))?.[0];
  },
  "forwarding of X11": async (door, burglar) => {
    using session = burglar.ssh(["-Y"]);
    await shown(door, session);
    return (await listensInside(door, 6010)) ? "a display" : undefined;
  },
  "environment variables": async (door, burglar) => {
    const args = [
      "-o",
      "SetEnv=LD_PRELOAD=/gained PERL5OPT=-Mgained PERL5LIB=/gained BASH_ENV=/gained",
      TARGET,
    ];
    using session = burglar.start("ssh", args);
    await shown(door, session);
    const all = await inside(
      door,
      'opendir D, "/proc"; for (grep /^\\d/, readdir D) { open F, "/proc/$_/environ"; print <F>, "\\n" }',
    );
    return /\w+=\S*gained/.exec(all)?.[0];
  },
  "what is typed": typed(`${KEYS}!id\n:!id\nq\n\x04\x1b\n${KEYS}`, "-tt"),
  "Ctrl-Z": typed(`\x1a\x1a${KEYS}`, "-tt"),
  "Ctrl-C": ends("\x03"),
  "Ctrl-\\": ends("\x1c"),
  "a second session on one connection": secondChannel,
};

/** What somebody may try who was only meant to see a log. Each has an effect that would be visible if it worked. */
import type { Session } from "../../src/exercise/ssh/session";
import type { SshVisitor } from "../../src/exercise/ssh/visitor";
import type { Stage } from "../../src/exercise/stage";

/** A shell computes it; whoever only repeats what was typed does not. */
export const sum = (run: string) => ({ command: `echo $((6*7))-${run}`, effect: `42-${run}` });

/** First line of the file of users, by which a copy of it is known. */
export const USERS_FILE = /\broot:[^:]*:0:0:/;

export interface Attempt {
  readonly id: string;
  /**
   * Logged in already.
   * @param shown waits until the session shows the log: what is typed before reaches nobody
   * @returns the session in which the effect would show, if there is one
   */
  try(visitor: SshVisitor, stage: Stage, shown: Shown): Promise<Session | undefined>;
}

type Shown = (session: Session) => Promise<void>;

/** Control characters of a terminal: interrupt, suspend, quit, end of input. */
const CTRL = { c: "\x03", z: "\x1a", backslash: "\x1c", d: "\x04" } as const;

/** Types a command in every way that something might run it, after `first`. */
function typing(pty: boolean, first = ""): Attempt["try"] {
  return async (visitor, stage, shown) => {
    const { command } = sum(stage.run);
    const session = await visitor.shell({ pty });
    if (session === undefined) return undefined;
    await shown(session);
    // A pager's way to a shell (!), an editor's (:!), and a pager's way out (q).
    const texts = [`!${command}\r`, `\n:!${command}\r`, `\n${command}\n`, `q\r${command}\r`];
    for (const text of [first, ...texts]) session.send(text);
    return session;
  };
}

export const ATTEMPTS: readonly Attempt[] = [
  { id: "command", try: (visitor, stage) => visitor.exec(sum(stage.run).command) },
  { id: "command-pty", try: (visitor, stage) => visitor.exec(sum(stage.run).command, { pty: true }) },
  { id: "typed", try: typing(false) },
  { id: "typed-pty", try: typing(true) },
  { id: "ctrl-c", try: typing(true, CTRL.c) },
  { id: "ctrl-z", try: typing(true, CTRL.z) },
  { id: "ctrl-backslash", try: typing(true, CTRL.backslash) },
  { id: "ctrl-d", try: typing(true, CTRL.d) },
  {
    id: "environment",
    try: (visitor, stage) =>
      visitor.exec("echo $TP_MQTT_MARK", {
        env: {
          TP_MQTT_MARK: sum(stage.run).effect,
          LC_TP_MQTT: sum(stage.run).effect,
          PAGER: `sh -c '${sum(stage.run).command}'`,
        },
      }),
  },
  {
    id: "sftp",
    async try(visitor) {
      await visitor.sftp();
      return undefined;
    },
  },
  {
    id: "scp",
    async try(visitor) {
      const session = await visitor.exec("scp -f /etc/passwd");
      // The source of a copy waits for this before each file, and before its content.
      for (let i = 0; i < 3; i++) session?.send("\0");
      return session;
    },
  },
  {
    id: "forward-local",
    async try(visitor, stage) {
      const { port } = stage.ssh;
      // What answers for certain is the SSH server itself; inside a container it may have another port.
      for (const [host, to] of [
        ["127.0.0.1", port],
        ["127.0.0.1", 22],
        ["127.0.0.1", 2222],
        ["localhost", 1883],
        ["mosquitto", 1883],
      ] as const)
        await visitor.forwardTo(host, to);
      return undefined;
    },
  },
  {
    id: "forward-socket",
    async try(visitor) {
      for (const path of ["/var/run/docker.sock", "/run/docker.sock"]) await visitor.forwardSocket(path);
      return undefined;
    },
  },
  {
    id: "forward-remote",
    async try(visitor) {
      for (const host of ["127.0.0.1", "0.0.0.0"]) await visitor.listen(host);
      return undefined;
    },
  },
  { id: "agent", try: (visitor) => visitor.shell({ agent: true }) },
  { id: "x11", try: (visitor) => visitor.shell({ x11: true }) },
];

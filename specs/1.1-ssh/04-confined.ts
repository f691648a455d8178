import { exercise } from "../../src/exercise/exercise";
import type { Session } from "../../src/exercise/ssh/session";
import type { Stage } from "../../src/exercise/stage";
import { ATTEMPTS, sum, USERS_FILE, type Attempt } from "./attempts";
import { gaveNothing, manySessions, onlyLog, requestDenied } from "./confined-claims";

/** Logins at a time: a server may turn away a crowd (MaxStartups), and the run itself is one of it. */
const ABREAST = 2;
/** Milliseconds in which the log's next line must come, or the session be over. */
const LINE_MS = 4000;
/** Milliseconds that a shell beside the log has to do what it was told. */
const EFFECT_MS = 400;
const SESSIONS = 12;

async function untilNextLine(stage: Stage, role: string, sessions: readonly Session[]): Promise<void> {
  if (sessions.length === 0) return;
  const passerBy = await stage.raw(role);
  const lines = sessions.map((session) => session.until(new RegExp(passerBy.id), LINE_MS));
  await passerBy.connect();
  await Promise.all(lines);
  await passerBy.disconnect();
}

async function one(stage: Stage, attempt: Attempt, number: number): Promise<void> {
  const { effect } = sum(stage.run);
  const effects = new RegExp(`${effect}|${USERS_FILE.source}`);
  const visitor = stage.visitor(attempt.id, effects);
  if (await visitor.login()) {
    const session = await attempt.try(visitor, stage, (one) => untilNextLine(stage, `b${number}`, [one]));
    if (session) {
      await untilNextLine(stage, `p${number}`, [session]);
      await session.until(effects, EFFECT_MS);
    }
  }
  visitor.destroy();
}

async function many(stage: Stage): Promise<void> {
  const visitor = stage.visitor("many-sessions", /^$/);
  if (!(await visitor.login())) return;
  const sessions = await Promise.all(Array.from({ length: SESSIONS }, () => visitor.interactive()));
  await untilNextLine(
    stage,
    "p-many",
    sessions.filter((session) => session !== undefined),
  );
  visitor.destroy();
}

const SHOWN = [
  "command",
  "command-pty",
  "typed",
  "typed-pty",
  "ctrl-c",
  "ctrl-z",
  "ctrl-backslash",
  "ctrl-d",
  "environment",
  "scp",
];

export const sshConfined = exercise({
  id: "1.1-ssh-confined",
  section: "1.1",
  title: {
    en: "The login shows the log, and gives nothing else",
    fr: "La connexion montre le journal, et rien d’autre",
  },
  asks: {
    en: "The account may see the log only: no command, no shell, no files, no forwarding.",
    fr: "Le compte ne permet que de voir le journal : ni commande, ni shell, ni fichier, ni redirection.",
  },
  needs: ["ssh", "log"],
  pace: "idle",
  bound: 60_000,
  async play(stage) {
    const waiting = [...ATTEMPTS.entries()];
    const worker = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
        await one(stage, next[1], next[0]);
    };
    await Promise.all(Array.from({ length: ABREAST }, worker));
    await many(stage);
  },
  claims: [
    ...SHOWN.map(gaveNothing),
    ...["sftp", "forward-local", "forward-socket", "forward-remote", "agent", "x11"].map(requestDenied),
    manySessions,
    onlyLog,
  ],
});

import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sshKeyPair } from "../../src/evidence/ssh/key-pair";
import { exercise } from "../../src/exercise/exercise";
import { temporaryFolder } from "../../src/exercise/temporary";
import type { Stage } from "../../src/exercise/stage";
import type { SshAccess } from "../../src/target/target";
import { enters, refused, showsLog } from "./login-claims";

/** Milliseconds that the log has to appear in the session. */
const LOG_MS = 8000;
/** Milliseconds for one more line where none has come: it is awaited for the report's sake only. */
const LAST_MS = 500;

/** What a login is made with is left out, to be replaced. */
function without({ host, port, username, hostKey }: SshAccess): SshAccess {
  return { host, port, username, ...(hostKey === undefined ? {} : { hostKey }) };
}

/** A first client shows that the session has begun; what of the second is shown is shown live. */
async function theRightOne(stage: Stage): Promise<void> {
  const [first, seen] = await Promise.all([stage.raw("first"), stage.raw("seen")]);
  const right = stage.visitor("right", new RegExp(`${first.id}|${seen.id}`));
  if (!(await right.login())) return;
  const session = await right.interactive();
  await first.connect();
  const begun = await session?.until(new RegExp(first.id), LOG_MS);
  await seen.connect();
  await session?.until(new RegExp(seen.id), begun ? LOG_MS : LAST_MS);
  await Promise.all([first.disconnect(), seen.disconnect()]);
  right.destroy();
}

/** A password, a key and a user that the server cannot know. */
async function theWrongOnes(stage: Stage): Promise<void> {
  await using folder = await temporaryFolder();
  const keyFile = join(folder.path, "key");
  await writeFile(keyFile, sshKeyPair().private, { mode: 0o600 });
  const account = without(stage.ssh);
  const password = randomBytes(12).toString("base64url");
  const attempts: Readonly<Record<string, SshAccess>> = {
    "wrong-password": { ...account, password },
    "empty-password": { ...account, password: "" },
    "wrong-key": { ...account, keyFile },
    "unknown-user": { ...stage.ssh, username: `u${stage.run}` },
  };
  // One after another: a server may turn away a crowd that is not logged in.
  for (const [role, access] of Object.entries(attempts)) {
    const visitor = stage.visitor(role, /^$/, access);
    await visitor.login();
    visitor.destroy();
  }
}

export const sshLogin = exercise({
  id: "1.1-ssh-login",
  section: "1.1",
  title: { en: "Logging in shows the log", fr: "La connexion SSH affiche le journal" },
  asks: {
    en: "Connect with ssh: the broker’s log appears by itself, in real time.",
    fr: "Connectez-vous par ssh : le journal du broker s’affiche automatiquement, en temps réel.",
  },
  needs: ["ssh"],
  // Last, since a server may lock out who has given wrong passwords (fail2ban, PerSourcePenalties).
  pace: "loud",
  bound: 40_000,
  async play(stage) {
    await theRightOne(stage);
    await theWrongOnes(stage);
  },
  claims: [
    enters,
    showsLog,
    refused("wrong-password"),
    refused("empty-password"),
    refused("wrong-key"),
    refused("unknown-user"),
  ],
});

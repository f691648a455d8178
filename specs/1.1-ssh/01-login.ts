import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { utils } from "ssh2";
import { exercise } from "../../src/exercise/exercise";
import { temporaryFolder } from "../../src/exercise/temporary";
import type { Stage } from "../../src/exercise/stage";
import type { SshAccess } from "../../src/target/target";
import { enters, refused, showsLog } from "./login-claims";

/** Milliseconds that the log has to appear in the session. */
const LOG_MS = 4000;

/** What a login is made with is left out, to be replaced. */
function without({ host, port, username, hostKey }: SshAccess): SshAccess {
  return { host, port, username, ...(hostKey === undefined ? {} : { hostKey }) };
}

async function theRightOne(stage: Stage): Promise<void> {
  const seen = await stage.raw("seen");
  const right = stage.visitor("right", new RegExp(seen.id));
  if (!(await right.login())) return;
  const session = await right.shell();
  await seen.connect();
  await session?.until(new RegExp(seen.id), LOG_MS);
  await seen.disconnect();
  right.destroy();
}

/** A password, a key and a user that the server cannot know. */
async function theWrongOnes(stage: Stage): Promise<void> {
  await using folder = await temporaryFolder();
  const keyFile = join(folder.path, "key");
  await writeFile(keyFile, utils.generateKeyPairSync("ed25519").private, { mode: 0o600 });
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
  pace: "idle",
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

/** `tp-mqtt lab up`. */
import { relative } from "node:path";
import { accessOf, HANDOUT, sshCommand, type Access } from "../../lab/handout/handout";
import { isOpenToOthers, SSH_USER } from "../../lab/settings";
import { up, type StartedLab } from "../../lab/up";
import { inLang, type Lang, type Text } from "../../words/text";
import { wordsOf } from "../../words/words";
import { loginIn, settingsIn } from "./choices";
import { DEFAULT_FOLDER } from "./flags";
import type { LabInvocation } from "./lab";
import { table } from "./table";

export async function labUp({ given, lang, stdout, stderr }: LabInvocation): Promise<number> {
  const login = await loginIn(given, process.stdin);
  const tell = (step: Text) => {
    if (stderr.isTTY) stderr.write(`\r\x1b[K${inLang(step, lang)} …`);
  };
  try {
    const folder = given.get("dir")?.at(-1) ?? DEFAULT_FOLDER;
    const started = await up({ folder, given: settingsIn(given), login, tell });
    if (stderr.isTTY) stderr.write("\r\x1b[K");
    stdout.write(announcement(started, await accessOf(started.folder, started.settings), lang));
    return 0;
  } finally {
    if (stderr.isTTY) stderr.write("\r\x1b[K");
  }
}

/** What to hand out, and who can reach it. */
function announcement({ folder, settings, ran }: StartedLab, access: Access, lang: Lang): string {
  const { lab: words } = wordsOf(lang).cli;
  const { address, mqttPort, tlsPort } = settings;
  const place = relative(process.cwd(), folder.path) || ".";
  const rows = [
    [words.labels.mqtt, `${address}:${mqttPort}`],
    [words.labels.tls, `${address}:${tlsPort} (mosquitto.crt)`],
    [words.labels.log, sshCommand(settings)],
    [words.labels.user, SSH_USER],
    [words.labels.password, access.password ?? words.ownKey],
    [words.labels.hostKey, access.hostKey.fingerprint],
    [words.labels.handout, `${place}/${HANDOUT}/`],
  ] as const;
  const reach = isOpenToOthers(settings) ? words.open(settings.bind) : words.closed;
  return `${words.runs(settings.name, ran)}\n\n${table(rows)}\n${reach}\n${words.next}\n`;
}

/** `handout/`: what every student gets. Nothing in it is secret but the password that they log in with. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { LANGS, inLang, type Lang } from "../../words/text";
import type { LabFolder } from "../folder";
import { FILES, hostKeyOf, passwordOf, type HostKey } from "../keys";
import { SSH_USER, type LabSettings } from "../settings";
import { accessSheet } from "./sheet";

export const HANDOUT = "handout";
const CLIENTS = join(__dirname, "../../../fixtures/handout");
const SHEETS: Readonly<Record<Lang, string>> = { en: "README.txt", fr: "LISEZMOI.txt" };

/** What a student must know to reach the lab. */
export interface Access {
  readonly settings: LabSettings;
  /** Undefined where students log in with keys. */
  readonly password: string | undefined;
  readonly hostKey: HostKey;
  /** Whether the five clients are in the handout. */
  readonly clients: boolean;
}

export async function accessOf(folder: LabFolder, settings: LabSettings): Promise<Access> {
  const [password, hostKey, clients] = [
    await passwordOf(folder),
    await hostKeyOf(folder),
    await clientFiles(),
  ];
  return { settings, password, hostKey, clients: clients.length > 0 };
}

/** Writes it anew; what others put beside it stays. */
export async function writeHandout(folder: LabFolder, settings: LabSettings): Promise<void> {
  const access = await accessOf(folder, settings);
  const write = (name: string, content: string) => folder.write(`${HANDOUT}/${name}`, content);
  await write("mosquitto.crt", await folder.text(FILES.certificate));
  await write("known_hosts", `${hostName(settings)} ${access.hostKey.line}\n`);
  for (const lang of LANGS) await write(SHEETS[lang], inLang(accessSheet(access), lang));
  for (const name of await clientFiles()) await write(name, await readFile(join(CLIENTS, name), "utf8"));
}

/** `ssh -p 2222 mqttlogs@lab.example.org` */
export function sshCommand({ address, sshPort }: LabSettings): string {
  return sshPort === 22 ? `ssh ${SSH_USER}@${address}` : `ssh -p ${sshPort} ${SSH_USER}@${address}`;
}

/** As known_hosts has it, sshd(8). */
function hostName({ address, sshPort }: LabSettings): string {
  return sshPort === 22 ? address : `[${address}]:${sshPort}`;
}

async function clientFiles(): Promise<string[]> {
  const names = await readdir(CLIENTS).catch(() => []);
  return names.filter((name) => name.endsWith(".py")).sort();
}

/** What was said on the command line of `lab up`, checked before anything is made. */
import { isIPv4 } from "node:net";
import { text } from "node:stream/consumers";
import { readPublicKeys, type Login } from "../../lab/keys";
import type { GivenSettings } from "../../lab/settings";
import type { Given } from "../flag-table";
import { userError } from "../user-error";
import type { LabFlag } from "./flags";

type UpFlags = Given<LabFlag>;

const NAME = /^[a-z0-9][a-z0-9_-]{0,39}$/;
/** A host's name or address, as it can stand in a certificate and on a command line. */
const HOST = /^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/;
const PASSWORD_MIN = 8;

/** @throws UserError for a value that cannot be */
export function settingsIn(given: UpFlags): GivenSettings {
  const one = (flag: LabFlag) => given.get(flag)?.at(-1);
  const [name, bind, image] = [one("name"), one("bind"), one("image")];
  const hostnames = given.get("hostname")?.flatMap((list) => list.split(","));
  const address = one("address");
  if (name !== undefined && !NAME.test(name)) throw userError(({ lab }) => lab.badName(name));
  if (bind !== undefined && !isIPv4(bind)) throw userError(({ lab }) => lab.badBind(bind));
  const badHost = [...(hostnames ?? []), ...(address === undefined ? [] : [address])].find(
    (host) => !HOST.test(host),
  );
  if (badHost !== undefined) throw userError(({ lab }) => lab.badHost(badHost));
  return defined({
    name,
    bind,
    image,
    address,
    hostnames,
    mqttPort: port("--mqtt-port", one("mqtt-port")),
    tlsPort: port("--tls-port", one("tls-port")),
    sshPort: port("--ssh-port", one("ssh-port")),
  });
}

function port(flag: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (number < 1 || number > 65_535) throw userError(({ lab }) => lab.badPort(flag, value));
  return number;
}

/** Without the members that are undefined: those are as before. */
function defined(settings: { [K in keyof GivenSettings]: GivenSettings[K] | undefined }): GivenSettings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

/** @throws UserError or LabError when neither a password nor keys can be had from what was said */
export async function loginIn(given: UpFlags, stdin: NodeJS.ReadStream): Promise<Login> {
  const keyFile = given.get("public-key")?.at(-1);
  const fromStdin = given.has("password-stdin");
  if (keyFile !== undefined && fromStdin) throw userError(({ lab }) => lab.keyOrPassword);
  if (keyFile !== undefined) return { publicKeys: await readPublicKeys(keyFile) };
  if (!fromStdin) return {};
  const password = (await text(stdin)).replace(/\r?\n$/, "");
  if (password.length < PASSWORD_MIN || /[^\x20-\x7e]/.test(password))
    throw userError(({ lab }) => lab.badPassword(PASSWORD_MIN));
  return { password };
}

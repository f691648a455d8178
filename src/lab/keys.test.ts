import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LabFolder } from "./folder";
import { FILES, hostKeyOf, makeKeys, makePassword, passwordOf, readPublicKeys } from "./keys";
import { settingsOf } from "./settings";

let around: string;
let folder: LabFolder;
const settings = settingsOf({});
beforeEach(async () => {
  around = mkdtempSync(join(tmpdir(), "tp-mqtt-keys-"));
  folder = new LabFolder(join(around, "lab"));
  await folder.begin(settings);
});
afterEach(() => {
  rmSync(around, { recursive: true });
});

test("OpenSSH reads the host key, and finds the fingerprint that we hand out", async () => {
  await makeKeys(folder, settings, {});
  const said = execFileSync("ssh-keygen", ["-l", "-f", folder.file(FILES.hostKey)], { encoding: "utf8" });
  const { fingerprint, line } = await hostKeyOf(folder);
  expect(said).toContain(` ${fingerprint} `);
  expect(line).toMatch(/^ssh-ed25519 \S+$/);
});

test("keys, password and certificate stay, until another name is to be certified", async () => {
  await makeKeys(folder, settings, {});
  const all = () =>
    Promise.all([FILES.hostKey, FILES.password, FILES.certificate].map((name) => folder.text(name)));
  const [hostKey, password, certificate] = await all();
  await makeKeys(folder, settings, {});
  expect(await all()).toEqual([hostKey, password, certificate]);
  await makeKeys(folder, settingsOf({ hostnames: ["lab.example.org"] }), {});
  expect((await all()).slice(0, 2)).toEqual([hostKey, password]);
  expect((await all())[2]).not.toBe(certificate);
});

test("with keys there is no password, and the other way round", async () => {
  await makeKeys(folder, settings, { publicKeys: "ssh-ed25519 AAAA a student\n" });
  expect(await passwordOf(folder)).toBeUndefined();
  expect(await folder.text(FILES.authorizedKeys)).toMatch(
    /^ssh-ed25519 AAAA a student\nssh-ed25519 \S+ tp-mqtt lab status\n$/,
  );
  await makeKeys(folder, settings, {});
  expect(await passwordOf(folder)).toBeUndefined();
  await makeKeys(folder, settings, { password: "correct horse" });
  expect(await passwordOf(folder)).toBe("correct horse");
  expect(folder.has(FILES.authorizedKeys)).toBe(false);
});

test("what is secret may be read by its owner alone", async () => {
  await makeKeys(folder, settings, {});
  const mode = (name: string) => statSync(folder.file(name)).mode & 0o777;
  expect([FILES.hostKey, FILES.password, FILES.certificateKey].map(mode)).toEqual([0o600, 0o600, 0o600]);
});

test("passwords can be dictated, and are not the same twice", () => {
  const some = new Set(Array.from({ length: 100 }, makePassword));
  expect(some.size).toBe(100);
  for (const password of some) expect(password).toMatch(/^[a-km-np-z2-9]{4}(-[a-km-np-z2-9]{4}){2}$/);
});

test("a private key, or no key at all, lets nobody in", async () => {
  const path = join(around, "id");
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", path]);
  await expect(readPublicKeys(`${path}.pub`)).resolves.toMatch(/^ssh-ed25519 /);
  await expect(readPublicKeys(path)).rejects.toThrow(/is no file of OpenSSH public keys/);
  writeFileSync(path, "\n");
  await expect(readPublicKeys(path)).rejects.toThrow(/is no file of OpenSSH public keys/);
});

test("what others put into the folder stays there, and nothing of ours does", async () => {
  await makeKeys(folder, settings, {});
  writeFileSync(folder.file("notes"), "");
  await expect(folder.remove()).resolves.toBe(true);
  expect(execFileSync("find", [around, "-type", "f"], { encoding: "utf8" })).toBe(
    `${folder.file("notes")}\n`,
  );
});

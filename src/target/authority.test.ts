import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { selfSigned, type CertifiedKey } from "../../certs";
import { readAuthority } from "./authority";
import { TargetError } from "./target";

let folder = "";
let made: CertifiedKey;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tp-mqtt-authority-"));
  made = await selfSigned({ names: ["localhost"] });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(content: string | Buffer): string {
  const path = join(folder, "ca.crt");
  writeFileSync(path, content);
  return path;
}

describe("readAuthority", () => {
  it("takes a certificate, whatever the line ends and whatever stands around it", async () => {
    const around = `\uFEFFCertificate:\r\n    Data:\r\n${made.certificate.replaceAll("\n", "\r\n")}\r\n`;
    const read = await readAuthority(file(around));
    expect(new X509Certificate(read).raw).toEqual(new X509Certificate(made.certificate).raw);
    expect(read).toMatch(/^-----BEGIN/);
  });

  it("takes several", async () => {
    const two = made.certificate + (await selfSigned({ names: ["other"] })).certificate;
    await expect(readAuthority(file(two))).resolves.toBe(two);
  });

  it("refuses a private key, encrypted or not, also beside the certificate", async () => {
    for (const kind of ["", "RSA ", "EC ", "ENCRYPTED ", "OPENSSH "]) {
      const key = made.key.replaceAll("PRIVATE", `${kind}PRIVATE`);
      await expect(readAuthority(file(made.certificate + key))).rejects.toThrow("holds a private key");
    }
  });

  it("refuses what is damaged", async () => {
    const damaged = made.certificate.replace(/\n.{40}/, "\n");
    await expect(readAuthority(file(damaged))).rejects.toThrow("something is missing or damaged");
  });

  it.each<[string, () => string, string]>([
    ["DER", () => file(new X509Certificate(made.certificate).raw), "it is not PEM"],
    ["nothing", () => file(""), "it is not PEM"],
    ["a request", () => file(made.certificate.replaceAll("CERTIFICATE", "CERTIFICATE REQUEST")), "not PEM"],
    ["what is too large", () => file(Buffer.alloc(5 << 20, "x")), "too large"],
    ["a folder", () => folder, "a folder or a device"],
    ["a device", () => "/dev/zero", "a folder or a device"],
    ["a file that is not there", () => join(folder, "none.crt"), "there is no such file"],
  ])("refuses %s in one sentence", async (_what, path, words) => {
    const reading = readAuthority(path());
    await expect(reading).rejects.toThrow(TargetError);
    await expect(reading).rejects.toThrow(words);
  });

  it("does not wait for what a pipe may say", async () => {
    const path = join(folder, "pipe");
    execFileSync("mkfifo", [path]);
    await expect(readAuthority(path)).rejects.toThrow("a folder or a device");
  });
});

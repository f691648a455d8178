import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeCertificate } from "./write";

const CERTIFIED = { certificate: "certificate\n", key: "key\n" };
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tp-mqtt-certs-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const modeOf = (file: string) => (statSync(join(folder, file)).mode & 0o777).toString(8);

describe("writeCertificate", () => {
  it("writes a certificate for everybody and a key for its owner, under the sheet's names", async () => {
    const files = await writeCertificate(folder, CERTIFIED);
    expect(files).toEqual({
      certificate: join(folder, "mosquitto.crt"),
      key: join(folder, "mosquitto.key"),
    });
    expect([modeOf("mosquitto.crt"), modeOf("mosquitto.key")]).toEqual(["644", "600"]);
    expect(readFileSync(files.certificate, "utf8") + readFileSync(files.key, "utf8")).toBe(
      "certificate\nkey\n",
    );
  });

  it("replaces a key that everybody could read by one that only its owner can", async () => {
    writeFileSync(join(folder, "mosquitto.key"), "old");
    chmodSync(join(folder, "mosquitto.key"), 0o666);
    await writeCertificate(folder, CERTIFIED);
    expect([modeOf("mosquitto.key"), readFileSync(join(folder, "mosquitto.key"), "utf8")]).toEqual([
      "600",
      "key\n",
    ]);
    expect(readdirSync(folder).sort()).toEqual(["mosquitto.crt", "mosquitto.key"]);
  });

  it("gives the certificate its mode whatever the umask", async () => {
    const before = process.umask(0o077);
    try {
      await writeCertificate(folder, CERTIFIED);
    } finally {
      process.umask(before);
    }
    expect(modeOf("mosquitto.crt")).toBe("644");
  });

  it("rejects where there is no such folder", async () => {
    await expect(writeCertificate(join(folder, "none"), CERTIFIED)).rejects.toThrow("ENOENT");
  });
});

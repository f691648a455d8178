import { createPrivateKey, X509Certificate } from "node:crypto";
import { authority, selfSigned, signedBy, type CertificateOptions, type CertifiedKey } from "./certificate";

const DAY_MS = 24 * 60 * 60 * 1000;
const read = ({ certificate }: CertifiedKey) => new X509Certificate(certificate);

describe("selfSigned", () => {
  it("bears every name, DNS names and addresses each as what they are", async () => {
    const made = read(await selfSigned({ names: ["broker.example", "127.0.0.1", "::1"] }));
    expect(made.subjectAltName).toBe("DNS:broker.example, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1");
    expect(made.checkHost("broker.example")).toBe("broker.example");
    expect(made.checkIP("::1")).toBe("::1");
    expect(made.checkHost("localhost")).toBeUndefined();
  });

  it("is signed with the key that comes with it", async () => {
    const made = await selfSigned({ names: ["localhost"] });
    const certificate = read(made);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkPrivateKey(createPrivateKey(made.key))).toBe(true);
    expect(made.key).toMatch(/^-----BEGIN PRIVATE KEY-----\n[^]*-----END PRIVATE KEY-----\n$/);
    expect(made.certificate).toMatch(/^-----BEGIN CERTIFICATE-----\n[^]*-----END CERTIFICATE-----\n$/);
  });

  it("is valid since yesterday and for a year", async () => {
    const { validFrom, validTo } = read(await selfSigned({ names: ["localhost"] }));
    expect(Math.round((Date.now() - Date.parse(validFrom)) / DAY_MS)).toBe(1);
    expect(Math.round((Date.parse(validTo) - Date.now()) / DAY_MS)).toBe(365);
  });

  it("is subject under its first name, or under another one, cut where X.509 cuts it", async () => {
    const subjectOf = async (options: CertificateOptions) => read(await selfSigned(options)).subject;
    await expect(subjectOf({ names: ["a.example", "b.example"] })).resolves.toBe("CN=a.example");
    // Node writes the subject as RFC 4514 has it.
    const [commonName, written] = ["Salle de TP, n° 1 + 2", "CN=Salle de TP\\, n° 1 \\+ 2"];
    await expect(subjectOf({ names: ["localhost"], commonName })).resolves.toBe(written);
    await expect(subjectOf({ names: ["n".repeat(70)] })).resolves.toBe(`CN=${"n".repeat(64)}`);
  });

  it("never has a serial number twice, none of them negative", async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => selfSigned({ names: ["localhost"] })));
    const numbers = made.map((one) => read(one).serialNumber);
    expect(new Set(numbers).size).toBe(20);
    expect(numbers.every((number) => /^[4-7][0-9A-F]{31}$/.test(number))).toBe(true);
  });

  it.each([
    ["p256", { namedCurve: "prime256v1" }],
    ["rsa1024", { modulusLength: 1024 }],
    ["rsa2048", { modulusLength: 2048 }],
  ] as const)("has a key of the kind that was asked for: %s", async (key, details) => {
    const { publicKey } = read(await selfSigned({ names: ["localhost"], key }));
    expect(publicKey.asymmetricKeyDetails).toMatchObject(details);
  });
});

describe("signedBy", () => {
  it.each(["p256", "rsa2048"] as const)("is signed by the authority and is none itself (%s)", async (key) => {
    const issuer = await authority("An authority");
    const leaf = read(await signedBy(issuer, { names: ["localhost"], key }));
    expect([leaf.issuer, leaf.subject, leaf.ca]).toEqual(["CN=An authority", "CN=localhost", false]);
    expect(leaf.checkIssued(read(issuer))).toBe(true);
    expect(leaf.verify(read(issuer).publicKey)).toBe(true);
  });

  it("works with an authority that has an RSA key", async () => {
    const issuer = await selfSigned({ names: ["localhost"], key: "rsa2048" });
    const leaf = read(await signedBy(issuer, { names: ["localhost"] }));
    expect(leaf.verify(read(issuer).publicKey)).toBe(true);
  });
});

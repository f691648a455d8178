import { rootCertificates } from "node:tls";
import { MalformedTls } from "./fields";
import { handshakeMessages } from "./handshake";
import { derOf, makeCertificate } from "./testing/certificate";
import { recorded } from "./testing/recorded";
import { certificateFacts } from "./x509";

const DAY = 24 * 60 * 60 * 1000;

describe("certificateFacts", () => {
  it("reads what Mosquitto served, as tshark reads it", () => {
    const chain = handshakeMessages(recorded("mosquitto-2.0.11-tls12")).flatMap(
      (one) => one.certificates ?? [],
    );
    const [own, ca] = chain.map(certificateFacts);
    expect(own).toMatchObject({
      subject: "CN=localhost",
      issuer: "CN=Test CA",
      selfSigned: false,
      names: ["localhost", "127.0.0.1"],
      notBefore: new Date("2026-11-23T06:28:01Z"),
      notAfter: new Date("2036-11-20T06:28:01Z"),
      key: { type: "rsa", bits: 2048 },
      signatureAlgorithm: "sha256WithRSAEncryption",
      isCa: false,
    });
    expect(ca).toMatchObject({ subject: "CN=Test CA", selfSigned: true, isCa: true, names: [] });
    expect(own?.issuedBy(chain[1] ?? Buffer.alloc(0))).toBe(true);
    expect(ca?.issuedBy(chain[0] ?? Buffer.alloc(0))).toBe(false);
  });

  const keys: [string, string[], object, string][] = [
    [
      "P-256",
      ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"],
      { type: "ec", bits: 256, curve: "prime256v1" },
      "SHA256",
    ],
    [
      "P-521",
      ["ec", "-pkeyopt", "ec_paramgen_curve:P-521"],
      { type: "ec", bits: 521, curve: "secp521r1" },
      "SHA256",
    ],
    ["Ed25519", ["ed25519"], { type: "ed25519", bits: 256 }, "ED25519"],
    ["Ed448", ["ed448"], { type: "ed448", bits: 456 }, "ED448"],
    ["a weak RSA key", ["rsa:1024"], { type: "rsa", bits: 1024 }, "sha256WithRSAEncryption"],
    [
      "RSA-PSS",
      ["rsa-pss", "-pkeyopt", "rsa_keygen_bits:2048"],
      { type: "rsa-pss", bits: 2048 },
      "rsassaPss",
    ],
  ];

  it.each(keys)("reads %s", (_, key, facts, algorithm) => {
    const read = certificateFacts(makeCertificate({ key }).der);
    expect(read.key).toEqual(facts);
    expect(read.signatureAlgorithm).toContain(algorithm);
    expect(read.selfSigned).toBe(true);
  });

  it("keeps to the names and addresses among the alternative names", () => {
    const names = [
      "DNS:localhost",
      "URI:http://a/DNS:b",
      "DNS:*.example",
      "IP:127.0.0.1",
      "IP:::1",
      "email:a@b",
    ];
    const other = ["otherName:1.3.6.1.5.5.7.8.5;UTF8:a@b", "RID:1.2.3.4"];
    const extensions = [`subjectAltName=${[...names.slice(0, 3), ...other, ...names.slice(3)].join(",")}`];
    const { der } = makeCertificate({ subject: "/C=FR/O=A, B/CN=x", extensions });
    const facts = certificateFacts(der);
    expect(facts.subject).toBe("C=FR, O=A\\, B, CN=x");
    expect(facts.names).toEqual(["localhost", "*.example", "127.0.0.1", "::1"]);
  });

  it("reads a certificate that names nobody", () => {
    expect(certificateFacts(makeCertificate({ subject: "/" }).der).subject).toBe("");
  });

  it("tells self-signed by the signature, not by the key's uses", () => {
    const { der } = makeCertificate({ extensions: ["keyUsage=digitalSignature"] });
    expect(certificateFacts(der).selfSigned).toBe(true);
  });

  it("tells another issuer of the same name", () => {
    const extensions = ["basicConstraints=critical,CA:TRUE"];
    const [ca, namesake] = [1, 2].map(() => makeCertificate({ subject: "/CN=House CA", extensions }));
    const { der } = makeCertificate({ days: 3, ...(ca ? { issuer: ca } : {}) });
    const facts = certificateFacts(der);
    expect(facts.issuer).toBe("CN=House CA");
    expect(facts.selfSigned).toBe(false);
    expect(facts.issuedBy(ca?.der ?? Buffer.alloc(0))).toBe(true);
    expect(facts.issuedBy(namesake?.der ?? Buffer.alloc(0))).toBe(false);
    expect(facts.notAfter.getTime() - facts.notBefore.getTime()).toBe(3 * DAY);
  });

  it("reads every certificate that Node trusts", () => {
    const read = rootCertificates.map((pem) => certificateFacts(derOf(pem)));
    expect(read.filter(({ selfSigned, isCa }) => !selfSigned || !isCa)).toEqual([]);
    expect(read.filter(({ key }) => key.bits < 256)).toEqual([]);
    expect(read.filter(({ signatureAlgorithm }) => /^\d/.test(signatureAlgorithm))).toEqual([]);
  });

  const { cert, der } = makeCertificate();
  const wrong: [string, Buffer][] = [
    ["nothing", Buffer.alloc(0)],
    ["PEM", Buffer.from(cert)],
    ["a certificate that is cut off", der.subarray(0, -1)],
    ["a certificate with a byte behind it", Buffer.concat([der, Buffer.of(0)])],
  ];

  it.each(wrong)("refuses %s in one sentence", (_, bytes) => {
    expect(() => certificateFacts(bytes)).toThrow(MalformedTls);
    expect(() => certificateFacts(der).issuedBy(bytes)).toThrow(MalformedTls);
  });
});

import { alertOf } from "./alert";
import { describeRecord } from "./describe";
import { makeCertificate } from "./testing/certificate";
import { playHandshake } from "./testing/handshake";
import { recorded } from "./testing/recorded";

const hex = (text: string) => Buffer.from(text.replace(/ /g, ""), "hex");

describe("describeRecord", () => {
  it("tells a handshake of TLS 1.2", () => {
    const lines = recorded("mosquitto-2.0.11-tls12").map(({ from, raw }) => `${from} ${describeRecord(raw)}`);
    expect(lines.slice(0, 12)).toEqual([
      "client Handshake ClientHello (TLS 1.2, SNI localhost), 175 bytes",
      "broker Handshake ServerHello (TLS 1.2, TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384), 65 bytes",
      "broker Handshake Certificate (2 certificates), 1580 bytes",
      "broker Handshake ServerKeyExchange, 300 bytes",
      "broker Handshake ServerHelloDone, 4 bytes",
      "client Handshake ClientKeyExchange, 37 bytes",
      "client Change Cipher Spec",
      "client Handshake (encrypted, or part of a message), 40 bytes",
      "broker Handshake NewSessionTicket, 186 bytes",
      "broker Change Cipher Spec",
      "broker Handshake (encrypted, or part of a message), 40 bytes",
      "client Application Data, 50 bytes",
    ]);
    expect(lines.at(-1)).toBe("broker Alert (encrypted), 26 bytes");
  });

  it("tells a handshake of TLS 1.3", () => {
    const lines = recorded("mosquitto-2.0.11-tls13").map(({ raw }) => describeRecord(raw));
    expect(lines.slice(0, 4)).toEqual([
      "Handshake ClientHello (TLS 1.3, SNI localhost), 512 bytes",
      "Handshake ServerHello (TLS 1.3, TLS_AES_256_GCM_SHA384), 122 bytes",
      "Change Cipher Spec",
      "Application Data, 23 bytes",
    ]);
  });

  it("tells which group a HelloRetryRequest asks for", async () => {
    const { key, cert } = makeCertificate();
    const { records } = await playHandshake({
      broker: { key, cert, ecdhCurve: "secp384r1" },
      client: { ecdhCurve: "X25519:secp384r1" },
    });
    const lines = records.map(({ raw }) => describeRecord(raw));
    expect(lines).toContain("Handshake HelloRetryRequest (TLS 1.3, secp384r1), 88 bytes");
    expect(lines[0]).toContain("ClientHello (TLS 1.3, no SNI)");
  });

  const cases: [string, string, string][] = [
    ["an alert", "15 0303 0002 0230", "Alert fatal unknown_ca"],
    ["an alert that does not exist", "15 0303 0002 09c8", "Alert 0x09 0xc8"],
    [
      "several messages",
      "16 0303 0008 00000000 0e000000",
      "Handshake HelloRequest, ServerHelloDone, 8 bytes",
    ],
    [
      "a message that goes on in the next record",
      "16 0303 0008 02000060 03030011",
      "Handshake ServerHello (its first 4 bytes), 8 bytes",
    ],
    [
      "what does not fit",
      "16 0303 0006 01000002 0303",
      "Handshake ClientHello (malformed: random wants 32 bytes at byte 2, 0 are left), 6 bytes",
    ],
    ["a handshake of no bytes", "16 0303 0000", "Handshake (empty), 0 bytes"],
    ["another type", "18 0303 0001 00", "Record of type 24, 1 bytes"],
    ["nothing", "", "Record of type ?, 0 bytes"],
  ];

  it.each(cases)("tells %s", (_, raw, expected) => {
    expect(describeRecord(hex(raw))).toBe(expected);
  });

  it("lets no control character reach a terminal", () => {
    const [hello] = recorded("mosquitto-2.0.11-tls13");
    const raw = Buffer.from(
      hello?.raw.toString("latin1").replace("localhost", "\u001b[31mhost") ?? "",
      "latin1",
    );
    expect(describeRecord(raw)).toBe("Handshake ClientHello (TLS 1.3, SNI \\u001b[31mhost), 512 bytes");
  });
});

describe("alertOf", () => {
  it("reads what a broker says in clear", async () => {
    const { key, cert } = makeCertificate();
    const { records, error } = await playHandshake({
      broker: { key, cert, minVersion: "TLSv1.3" },
      client: { maxVersion: "TLSv1.2" },
    });
    expect(error).toBeDefined();
    expect(records.map(({ raw }) => alertOf(raw))).toEqual([
      undefined,
      { level: "fatal", description: 70, name: "protocol_version" },
    ]);
  });

  it("leaves an encrypted one alone", () => {
    expect(alertOf(recorded("mosquitto-2.0.11-tls12").at(-1)?.raw ?? Buffer.alloc(0))).toBeUndefined();
  });
});

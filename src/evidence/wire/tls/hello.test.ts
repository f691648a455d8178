import { highestVersion, type ClientHello } from "./client-hello";
import { handshakeMessages, type FromSide } from "./handshake";
import { readMessage } from "./message";
import type { Code } from "./names";
import type { ServerHello } from "./server-hello";
import { makeCertificate } from "./testing/certificate";
import { playHandshake } from "./testing/handshake";
import { recorded } from "./testing/recorded";

function clientHellos(records: readonly FromSide[]): readonly ClientHello[] {
  return handshakeMessages(records).flatMap(({ clientHello }) => clientHello ?? []);
}

function serverHellos(records: readonly FromSide[]): readonly ServerHello[] {
  return handshakeMessages(records).flatMap(({ serverHello }) => serverHello ?? []);
}

const ids = (codes: readonly Code[]) => codes.map(({ id }) => id).join("-");
const names = (codes: readonly Code[]) => codes.map(({ name }) => name);

/** The fields of tshark's JA3: version, cipher suites, extensions, groups. */
const ja3 = (hello: ClientHello) => [
  hello.legacyVersion.id,
  ids(hello.cipherSuites),
  ids(hello.extensions.map(({ type }) => type)),
  ids(hello.supportedGroups),
];

const SUITES = "49196-49200-49195-49199-52393-52392-49188-49192-49187-49191-159-158-107-103-255";

describe("the hellos of a client of Mosquitto, as tshark reads them", () => {
  it("offers TLS 1.3", () => {
    const [hello] = clientHellos(recorded("mosquitto-2.0.11-tls13"));
    expect(hello && ja3(hello)).toEqual([
      771,
      `4866-4867-4865-${SUITES}`,
      "0-11-10-35-22-23-13-43-45-51-21",
      "29-23-30-25-24-256-257-258-259-260",
    ]);
    expect(hello?.extensions.map(({ length }) => length)).toEqual([14, 4, 22, 0, 0, 0, 42, 5, 2, 38, 228]);
    expect(hello?.random.toString("hex")).toMatch(/^fe6e9e35.*1a425792$/);
    expect(hello?.sessionId.toString("hex")).toMatch(/^c55dd0a2.*adf54a2b$/);
    expect(hello).toMatchObject({
      serverName: "localhost",
      compressionMethods: [0],
      keyShares: [{ group: { name: "x25519" }, length: 32 }],
      alpn: [],
      preSharedKey: false,
      earlyData: false,
    });
    expect(hello && names(hello.supportedVersions)).toEqual(["TLS 1.3", "TLS 1.2"]);
    expect(hello && names(hello.signatureAlgorithms)).toEqual([
      "ecdsa_secp256r1_sha256",
      "ecdsa_secp384r1_sha384",
      "ecdsa_secp521r1_sha512",
      "ed25519",
      "ed448",
      "rsa_pss_pss_sha256",
      "rsa_pss_pss_sha384",
      "rsa_pss_pss_sha512",
      "rsa_pss_rsae_sha256",
      "rsa_pss_rsae_sha384",
      "rsa_pss_rsae_sha512",
      "rsa_pkcs1_sha256",
      "rsa_pkcs1_sha384",
      "rsa_pkcs1_sha512",
      "ecdsa_sha224",
      "rsa_pkcs1_sha224",
      "dsa_sha224",
      "dsa_sha256",
      "dsa_sha384",
      "dsa_sha512",
    ]);
  });

  it("is answered with TLS 1.3", () => {
    const [answer] = serverHellos(recorded("mosquitto-2.0.11-tls13"));
    expect(answer).toMatchObject({
      legacyVersion: { name: "TLS 1.2" },
      selectedVersion: { name: "TLS 1.3" },
      cipherSuite: { id: 0x1302, name: "TLS_AES_256_GCM_SHA384" },
      compressionMethod: 0,
      keyShare: { name: "x25519" },
      helloRetryRequest: false,
    });
    expect(ids(answer?.extensions.map(({ type }) => type) ?? [])).toBe("43-51");
    expect(answer).not.toHaveProperty("downgrade");
  });

  it("offers TLS 1.2, and the broker says that it would have known better", () => {
    const records = recorded("mosquitto-2.0.11-tls12");
    const [hello] = clientHellos(records);
    expect(hello && ja3(hello)).toEqual([771, SUITES, "0-11-10-35-22-23-13", "29-23-30-25-24"]);
    expect(hello && highestVersion(hello).name).toBe("TLS 1.2");
    const [answer] = serverHellos(records);
    expect(answer).toMatchObject({
      selectedVersion: { name: "TLS 1.2" },
      cipherSuite: { name: "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384" },
      downgrade: "TLS 1.2",
    });
    expect(answer).not.toHaveProperty("keyShare");
    expect(ids(answer?.extensions.map(({ type }) => type) ?? [])).toBe("65281-11-35-23");
  });
});

describe("the hellos of Node", () => {
  const made = makeCertificate();
  const broker = { key: made.key, cert: made.cert };

  it.each(["TLSv1.2", "TLSv1.3"] as const)("agree with what %s negotiated", async (maxVersion) => {
    const { records, facts } = await playHandshake({
      broker: { ...broker, ALPNProtocols: ["mqtt"] },
      client: { maxVersion, servername: "broker.example", ALPNProtocols: ["mqtt", "http/1.1"] },
    });
    const [hello] = clientHellos(records);
    const [answer] = serverHellos(records);
    expect(hello).toMatchObject({ serverName: "broker.example", alpn: ["mqtt", "http/1.1"] });
    expect(`TLSv${answer?.selectedVersion.name.slice(4)}`).toBe(facts.version);
    expect(answer?.cipherSuite.name).toBe(facts.cipher);
    expect(hello?.cipherSuites.map(({ name }) => name)).toContain(facts.cipher);
  });

  it("name the group that a HelloRetryRequest asks for", async () => {
    const { records, facts } = await playHandshake({
      broker: { ...broker, ecdhCurve: "secp384r1" },
      client: { ecdhCurve: "X25519:secp384r1" },
    });
    expect(clientHellos(records).map(({ keyShares }) => names(keyShares.map(({ group }) => group)))).toEqual([
      ["x25519"],
      ["secp384r1"],
    ]);
    const asked = serverHellos(records).map((one) => [one.helloRetryRequest, one.keyShare?.name]);
    expect(asked).toEqual([
      [true, "secp384r1"],
      [false, "secp384r1"],
    ]);
    expect(facts.group).toBe("secp384r1");
  });

  it("tell a session that is resumed", async () => {
    const { session } = await playHandshake({ broker });
    const offered = await playHandshake({ broker, client: { ...(session ? { session } : {}) } });
    expect(clientHellos(offered.records)[0]?.preSharedKey).toBe(true);
  });
});

describe("a hello made by hand", () => {
  const vector = (lengthBytes: number, ...content: readonly Buffer[]) => {
    const bytes = Buffer.concat(content);
    const length = Buffer.alloc(lengthBytes);
    length.writeUIntBE(bytes.length, 0, lengthBytes);
    return Buffer.concat([length, bytes]);
  };
  const hex = (text: string) => Buffer.from(text, "hex");
  const extension = (id: string, ...content: readonly Buffer[]) =>
    Buffer.concat([hex(id), vector(2, ...content)]);
  const clientHello = (suites: string, ...extensions: readonly Buffer[]) => {
    const head = [hex("0303"), Buffer.alloc(32, 7), vector(1), vector(2, hex(suites)), vector(1, hex("00"))];
    return Buffer.concat([hex("01"), vector(3, ...head, vector(2, ...extensions))]);
  };

  it("marks what stands for nothing (RFC 8701)", () => {
    const raw = clientHello(
      "2a2a1301",
      extension("fafa"),
      extension("000a", vector(2, hex("dada001d"))),
      extension("0010", vector(2, vector(1, hex("3a3a")), vector(1, Buffer.from("mqtt")))),
      extension("002b", vector(1, hex("8a8a03040303"))),
      extension(
        "0033",
        vector(2, hex("dada"), vector(2, hex("00")), hex("001d"), vector(2, Buffer.alloc(32))),
      ),
    );
    const { clientHello: hello } = readMessage(raw);
    expect(hello?.cipherSuites[0]).toEqual({ id: 0x2a2a, name: "GREASE 0x2a2a", grease: true });
    expect(hello?.extensions[0]?.type).toMatchObject({ grease: true });
    expect(hello?.alpn).toEqual(["GREASE 0x3a3a", "mqtt"]);
    expect(hello && names(hello.supportedVersions)).toEqual(["GREASE 0x8a8a", "TLS 1.3", "TLS 1.2"]);
    expect(hello && highestVersion(hello).name).toBe("TLS 1.3");
    expect(hello?.keyShares[0]).toMatchObject({ group: { grease: true }, length: 1 });
  });

  it("names what it does not know by its number", () => {
    const { clientHello: hello } = readMessage(clientHello("1234", extension("1235", hex("00"))));
    expect(hello?.cipherSuites[0]?.name).toBe("0x1234");
    expect(hello?.extensions[0]).toEqual({
      type: { id: 0x1235, name: "0x1235" },
      length: 1,
      data: hex("00"),
    });
  });

  it("tells early data, and the absence of extensions", () => {
    expect(readMessage(clientHello("1301", extension("002a"))).clientHello?.earlyData).toBe(true);
    const old = [hex("0301"), Buffer.alloc(32, 7), vector(1), vector(2, hex("000a")), vector(1, hex("00"))];
    const { clientHello: hello } = readMessage(Buffer.concat([hex("01"), vector(3, ...old)]));
    expect(hello && highestVersion(hello).name).toBe("TLS 1.0");
    expect(hello).not.toHaveProperty("serverName");
  });

  const wrong: [string, Buffer, string][] = [
    [
      "a list that is longer than its extension",
      extension("002b", hex("0603")),
      "supported_versions: list wants",
    ],
    ["an odd list of groups", extension("000a", vector(2, hex("001d00"))), "supported_groups: list wants 2"],
    [
      "bytes behind a list",
      extension("000d", vector(2), hex("00")),
      "signature_algorithms: 1 bytes too many",
    ],
    ["an extension that is cut off", hex("000000"), "the length of extension server_name wants 2"],
  ];

  it.each(wrong)("says where there is %s", (_, extensions, why) => {
    const message = readMessage(clientHello("1301", extensions));
    expect(message.malformed).toContain(why);
    expect(message).not.toHaveProperty("clientHello");
  });

  it("tells a downgrade below TLS 1.2", () => {
    const random = Buffer.concat([Buffer.alloc(24), hex("444f574e47524400")]);
    const raw = Buffer.concat([hex("02"), vector(3, hex("0302"), random, vector(1), hex("002f"), hex("00"))]);
    expect(readMessage(raw).serverHello).toMatchObject({
      selectedVersion: { name: "TLS 1.1" },
      downgrade: "TLS 1.1 or below",
    });
  });
});

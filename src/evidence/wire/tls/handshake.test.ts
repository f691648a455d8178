import { handshakeMessages, type FromSide } from "./handshake";
import { CHANGE_CIPHER_SPEC, HANDSHAKE } from "./records";
import { makeCertificate } from "./testing/certificate";
import { playHandshake } from "./testing/handshake";
import { recorded } from "./testing/recorded";

const made = makeCertificate();
const broker = { key: made.key, cert: made.cert };

const outline = (records: readonly FromSide[]) =>
  handshakeMessages(records).map(({ from, name, malformed }) =>
    [from, name, ...(malformed === undefined ? [] : [malformed])].join(" "),
  );

const record = (from: FromSide["from"], type: number, fragment: Buffer): FromSide => {
  const header = Buffer.from([type, 3, 3, 0, 0]);
  header.writeUInt16BE(fragment.length, 3);
  return { from, raw: Buffer.concat([header, fragment]) };
};

const TLS12 = [
  "client ClientHello",
  "broker ServerHello",
  "broker Certificate",
  "broker ServerKeyExchange",
  "broker ServerHelloDone",
  "client ClientKeyExchange",
  "broker NewSessionTicket",
];

describe("handshakeMessages", () => {
  it("sees in TLS 1.3 the two hellos and nothing else", async () => {
    expect(outline(recorded("mosquitto-2.0.11-tls13"))).toEqual(["client ClientHello", "broker ServerHello"]);
    const { records, facts } = await playHandshake({ broker });
    expect(facts.version).toBe("TLSv1.3");
    expect(outline(records)).toEqual(["client ClientHello", "broker ServerHello"]);
  });

  it("sees in TLS 1.2 everything before Finished", async () => {
    expect(outline(recorded("mosquitto-2.0.11-tls12"))).toEqual(TLS12);
    const { records } = await playHandshake({ broker, client: { maxVersion: "TLSv1.2" } });
    expect(outline(records)).toEqual(TLS12);
  });

  it("sees the client's certificate in TLS 1.2", async () => {
    const client = makeCertificate({ subject: "/CN=client" });
    const { records } = await playHandshake({
      broker: { ...broker, requestCert: true, rejectUnauthorized: false },
      client: { maxVersion: "TLSv1.2", key: client.key, cert: client.cert },
    });
    const seen = handshakeMessages(records).filter(({ certificates }) => certificates !== undefined);
    expect(seen.map(({ from, certificates }) => ({ from, certificates }))).toEqual([
      { from: "broker", certificates: [made.der] },
      { from: "client", certificates: [client.der] },
    ]);
  });

  it("goes on after the change of cipher for show that belongs to a HelloRetryRequest", async () => {
    const { records, facts } = await playHandshake({
      broker: { ...broker, ecdhCurve: "secp384r1" },
      client: { ecdhCurve: "X25519:secp384r1" },
    });
    const expected = [
      "client ClientHello",
      "broker HelloRetryRequest",
      "client ClientHello",
      "broker ServerHello",
    ];
    expect(facts.version).toBe("TLSv1.3");
    expect(outline(records)).toEqual(expected);
    const early = [
      record("client", CHANGE_CIPHER_SPEC, Buffer.of(1)),
      record("client", 23, Buffer.alloc(50)),
    ];
    expect(outline([...records.slice(0, 1), ...early, ...records.slice(1)])).toEqual(expected);
  });

  it("puts a message together from its fragments, and says with which it became whole", async () => {
    const { records } = await playHandshake({
      broker,
      client: { maxVersion: "TLSv1.2" },
      fragment: 512,
      read: 1,
    });
    expect(records.filter(({ raw }) => raw[0] === HANDSHAKE && raw.length === 517).length).toBeGreaterThan(0);
    expect(outline(records)).toEqual(TLS12);
    const certificate = handshakeMessages(records).find(({ name }) => name === "Certificate");
    expect(certificate?.certificates).toEqual([made.der]);
    const tail = certificate?.raw.subarray(-10).toString("hex") ?? "";
    expect(certificate?.record.raw.toString("hex")).toContain(tail);
    expect(records).toContain(certificate?.record);
  });

  it("takes several messages from one record, and one byte from many", () => {
    const flight = recorded("mosquitto-2.0.11-tls12").slice(0, 5);
    const ofBroker = Buffer.concat(flight.slice(1).map(({ raw }) => raw.subarray(5)));
    const together = [...flight.slice(0, 1), record("broker", HANDSHAKE, ofBroker)];
    expect(outline(together)).toEqual(TLS12.slice(0, 5));
    expect(handshakeMessages(together).at(-1)?.record).toBe(together[1]);
    const apart = [...ofBroker].map((byte) => record("broker", HANDSHAKE, Buffer.of(byte)));
    expect(outline([...flight.slice(0, 1), ...apart])).toEqual(TLS12.slice(0, 5));
  });

  it("tells a message that never became whole", () => {
    const [hello] = recorded("mosquitto-2.0.11-tls13");
    const half = record("client", HANDSHAKE, hello?.raw.subarray(5, 105) ?? Buffer.alloc(0));
    expect(outline([half])).toEqual(["client ClientHello it ends after 100 of 512 bytes"]);
    expect(outline([record("client", HANDSHAKE, Buffer.of(1, 0, 0))])).toEqual([]);
  });

  it("tells what is wrong with a message instead of throwing", () => {
    const wrong = Buffer.from("0100000403031122", "hex");
    expect(outline([record("client", HANDSHAKE, wrong)])).toEqual([
      "client ClientHello random wants 32 bytes at byte 2, 2 are left",
    ]);
  });
});

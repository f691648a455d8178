import { alertDescription, alertLevel, cipherSuite, group, handshakeType, isGrease, version } from "./names";

describe("names of TLS", () => {
  it("are those of the registries", () => {
    expect(version(0x0304)).toEqual({ id: 0x0304, name: "TLS 1.3" });
    expect(cipherSuite(0x1301).name).toBe("TLS_AES_128_GCM_SHA256");
    expect(group(29).name).toBe("x25519");
    expect(handshakeType(11)).toBe("Certificate");
    expect(`${alertLevel(2)} ${alertDescription(48)}`).toBe("fatal unknown_ca");
  });

  it("are numbers where the registries have none", () => {
    expect(cipherSuite(0x1399).name).toBe("0x1399");
    expect(version(0x0210).name).toBe("0x0210");
    expect(handshakeType(99)).toBe("0x63");
    expect(alertDescription(200)).toBe("0xc8");
  });

  it("know the sixteen values of RFC 8701, and no other", () => {
    const found = Array.from({ length: 0x10000 }, (_, id) => id).filter(isGrease);
    expect(found).toEqual(Array.from({ length: 16 }, (_, i) => 0x0a0a + i * 0x1010));
  });
});

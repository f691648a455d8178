import { Readable } from "node:stream";
import { reachRemote } from "./remote";
import type { LogOrigin, TlsAccess } from "./target";

describe("reachRemote", () => {
  const address = { host: "127.0.0.1", port: 1 };

  it("takes the broker that was named, with the log that it is given", () => {
    const log: LogOrigin = { kind: "file", text: "m.log", open: () => Promise.resolve(Readable.from([])) };
    const target = reachRemote({ address, log });
    expect(target).toMatchObject({ kind: "remote", address, log });
    expect(target.capabilities.has("log")).toBe(true);
  });

  it("has no log of its own", () => {
    const target = reachRemote({ address });
    expect([target.log.kind, target.capabilities.has("log")]).toEqual(["none", false]);
  });

  it("has TLS where its port is known", () => {
    const tls: TlsAccess = { address: { host: "h", port: 8883 }, name: "h", certificate: "…" };
    const target = reachRemote({ address, tls });
    expect(target.tls).toBe(tls);
    expect(target.capabilities.has("tls")).toBe(true);
    expect([reachRemote({ address }).capabilities.has("tls"), "tls" in reachRemote({ address })]).toEqual([
      false,
      false,
    ]);
  });
});

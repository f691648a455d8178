import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { freePorts } from "./ports";
import { reachRemote } from "./remote";
import type { LogOrigin } from "./target";

describe("reachRemote", () => {
  it("takes a broker that listens, with the log that it is given", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = { host: "127.0.0.1", port: (server.address() as AddressInfo).port };
    const log: LogOrigin = { kind: "file", text: "m.log", open: () => Promise.resolve(Readable.from([])) };
    const silent = await reachRemote({ address });
    const logged = await reachRemote({ address, log });
    server.close();
    expect([silent.log.kind, silent.capabilities.has("log")]).toEqual(["none", false]);
    expect([logged.log, logged.capabilities.has("log")]).toEqual([log, true]);
  });

  it("says where nothing listens", async () => {
    const [port = 0] = await freePorts(1);
    const start = reachRemote({ address: { host: "127.0.0.1", port } });
    await expect(start).rejects.toThrow(`Nothing listens at 127.0.0.1:${port}`);
  });
});

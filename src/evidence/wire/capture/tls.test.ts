import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, createServer, type SecureVersion, type Server } from "node:tls";
import { generate } from "mqtt-packet";
import { RECIPES, type CertifiedKey } from "../../../../certs";
import { programHere } from "../../../target/testing/available";
import type { Entry } from "../../journal/entry";
import { Journal } from "../../journal/journal";
import { Tap } from "../tap";
import { select } from "../tshark/select";
import { remarks } from "../tshark/remarks";
import { framesOf } from "./frames";
import { keyFile, keyLog, logsInWithPassword } from "./keys";
import { captureIn, CONNACK, CONNECT, Made, publish } from "./testing";

const tshark = programHere("tshark");
const EXERCISE = "5.2-made";

let good: CertifiedKey;
let folder = "";
beforeAll(async () => {
  good = await RECIPES.good();
  folder = mkdtempSync(join(tmpdir(), "tp-mqtt-test-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A server that answers whatever it is sent with a CONNACK. */
async function broker(): Promise<Server> {
  const server = createServer({ cert: good.certificate, key: good.key });
  server.on("secureConnection", (socket) => {
    socket.on("error", () => undefined).once("data", () => socket.write(generate(CONNACK)));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

/** What the tap and the client's library see of a CONNECT and a large PUBLISH inside TLS. */
async function seen(maxVersion: SecureVersion): Promise<readonly Entry[]> {
  const server = await broker();
  const address = { host: "127.0.0.1", port: (server.address() as AddressInfo).port };
  const journal = new Journal();
  const tap = new Tap(journal, { ...address, tls: address });
  const line = await tap.line(EXERCISE, "visitor", "tls");
  const client = connect({ ...line.address, ca: good.certificate, servername: "localhost", maxVersion });
  client.on("keylog", (secret: Buffer) => {
    const place = { exercise: EXERCISE, role: "visitor", connection: line.connection };
    journal.add({ source: "tls", ...place, event: "secret", text: secret.toString() });
  });
  await once(client, "secureConnect");
  client.write(generate(CONNECT));
  await once(client, "data");
  client.end(generate(publish(Buffer.alloc(40_000))));
  await line.idle();
  await tap.close();
  server.close();
  return journal.entries;
}

(tshark.here ? describe : describe.skip)(tshark.title("a capture of TLS"), () => {
  test.each(["TLSv1.3", "TLSv1.2"] as const)(
    "%s: what is inside is read with the keys only",
    async (version) => {
      const entries = await seen(version);
      const file = captureIn(folder, entries);
      const keys = join(folder, "made.keys");
      writeFileSync(keys, [...keyLog(entries, "tp-mqtt 1.2.3")].join(""));
      const filters = [
        "tls.handshake.type == 1",
        "tls.record.content_type == 22",
        "mqtt.msgtype == 1",
        "mqtt",
      ];
      const [without, decrypted] = [await select(file, filters), await select(file, filters, { keys })];
      const records = framesOf(entries).filter(({ entry }) => entry?.source === "tls");

      expect(without.selected.get("tls.handshake.type == 1")).toEqual([records[0]?.number]);
      expect(without.selected.get("mqtt")).toEqual([]);
      expect(decrypted.selected.get("mqtt.msgtype == 1")).toHaveLength(1);
      expect(decrypted.selected.get("mqtt")?.length).toBeGreaterThanOrEqual(3);
      const { remarks: all } = await remarks(file, { keys, checksums: true });
      expect(all.filter(({ group }) => group !== "Sequence")).toEqual([]);
    },
  );
});

describe("the file of keys", () => {
  const secret = {
    source: "tls",
    event: "secret",
    exercise: EXERCISE,
    role: "v",
    connection: 1,
    at: 1,
  } as const;
  const record = { ...secret, event: "record", from: "client" } as const;
  const entries: Entry[] = [{ ...secret, text: "CLIENT_RANDOM 00 11\n" }];

  test("it has one secret a line, and says what wrote it", () => {
    expect([...keyLog(entries, "tp-mqtt 1.2.3")].join("")).toBe("# tp-mqtt 1.2.3\nCLIENT_RANDOM 00 11\n");
  });

  test("it is written where there are secrets", () => {
    expect(keyFile(entries, logsInWithPassword(entries))).toBe("beside");
    expect(keyFile([], false)).toBe("none");
  });

  test("it is not written once a client logged in with a password, which it would give away", () => {
    const login = { ...CONNECT, username: "student", password: Buffer.from("********") };
    const run = [...entries, ...new Made().packet("client", login, { inside: "tls" }).entries];
    expect(keyFile(entries, logsInWithPassword(run))).toBe("withheld");
    expect(keyFile([{ ...record, raw: Buffer.alloc(5) }], true)).toBe("withheld");
    expect(keyFile([], true)).toBe("none");
  });
});

import { once } from "node:events";
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from "node:net";
import { createServer, type TlsOptions as ServerOptions } from "node:tls";
import { RECIPES, selfSigned, type CertifiedKey } from "../../../certs";
import { NotSeen } from "../wait";
import { secure, type TlsNote, type TlsOptions } from "./handshake";

type Note = Parameters<TlsNote>[0];

let good: CertifiedKey;
let server: Server | undefined;
/** What the server's OpenSSL complained of. */
let complaints: string[];
const sockets = new Set<Socket>();
let notes: Note[];

beforeAll(async () => {
  good = await RECIPES.good();
});
beforeEach(() => {
  complaints = [];
  notes = [];
});
afterEach(() => {
  server?.close();
  for (const socket of sockets) socket.destroy();
});

async function listening(made: Server): Promise<{ host: string; port: number }> {
  server = made;
  made.on("connection", (socket) => sockets.add(socket));
  made.listen(0, "127.0.0.1");
  await once(made, "listening");
  return { host: "127.0.0.1", port: (made.address() as AddressInfo).port };
}

function tlsServer(options: ServerOptions = {}): Server {
  const made = createServer({ cert: good.certificate, key: good.key, ...options });
  made.on("tlsClientError", (error) => complaints.push(error.message));
  made.on("secureConnection", (socket) => socket.on("error", () => undefined).resume());
  return made;
}

async function shake(address: { host: string; port: number }, options: TlsOptions = {}) {
  const access = { address, name: "localhost", certificate: good.certificate };
  const socket = await secure(address, access, options, "visitor", (note) => notes.push(note));
  socket.destroy();
}

const said = (event: Note["event"]) => notes.filter((note) => note.event === event);

test("a verified handshake is noted, with what a capture needs to be decrypted", async () => {
  await shake(await listening(tlsServer()));
  expect(said("established")).toEqual([expect.objectContaining({ version: "TLSv1.3", name: "localhost" })]);
  expect(said("secret").length).toBeGreaterThanOrEqual(4);
  expect(said("refused")).toEqual([]);
});

test.each([
  ["an unknown authority", () => ({ trust: "system" }), "DEPTH_ZERO_SELF_SIGNED_CERT", "unknown ca"],
  [
    "another certificate",
    async () => ({ trust: (await selfSigned({ names: ["localhost"] })).certificate }),
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "unknown ca",
  ],
  ["another name", () => ({ name: "other.invalid" }), "ERR_TLS_CERT_ALTNAME_INVALID", "bad certificate"],
])("%s is refused, and the broker is told why by an alert", async (_, options, code, alert) => {
  const made = tlsServer();
  const address = await listening(made);
  const complained = once(made, "tlsClientError");
  await expect(shake(address, await options())).rejects.toBeInstanceOf(NotSeen);
  await complained;
  expect(said("refused")).toEqual([expect.objectContaining({ code })]);
  expect(said("refused")[0]).toHaveProperty("certificate");
  expect(complaints.join()).toContain(alert);
});

test("a client that offers no more than TLS 1.2 gets that", async () => {
  await shake(await listening(tlsServer()), { maxVersion: "TLSv1.2" });
  expect(said("established")).toEqual([expect.objectContaining({ version: "TLSv1.2" })]);
});

test("an old version is the broker's to refuse: the client does offer it", async () => {
  const address = await listening(tlsServer());
  await expect(shake(address, { maxVersion: "TLSv1.1" })).rejects.toBeInstanceOf(NotSeen);
  expect(complaints.join()).toContain("unsupported protocol");
});

test("a server that closes instead is noted as such", async () => {
  const address = await listening(createTcpServer((socket) => socket.destroy()));
  await expect(shake(address)).rejects.toBeInstanceOf(NotSeen);
  expect(said("refused")).toEqual([expect.objectContaining({ code: "ECONNRESET" })]);
});

test("a server that does not speak TLS is noted as such", async () => {
  const address = await listening(
    createTcpServer((socket) =>
      socket
        .on("error", () => undefined)
        .resume()
        .write("220 hello\r\n"),
    ),
  );
  await expect(shake(address)).rejects.toBeInstanceOf(NotSeen);
  expect(said("refused")).toEqual([expect.objectContaining({ code: "ERR_SSL_WRONG_VERSION_NUMBER" })]);
});

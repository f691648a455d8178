import { once } from "node:events";
import { connect as connectTcp, type Socket } from "node:net";
import { connect, type ConnectionOptions, type TLSSocket } from "node:tls";
import { RECIPES } from "../../../certs";
import { startNative, type NativeTarget } from "../../../src/target/native";
import { drop } from "../relay/meddle";
import type { Broker, Front } from "./fault";
import { both, byVersion, muteTo, nobody, plain, relayed, speaksTls } from "./relay";
import { leak, terminator, WEAK } from "./terminator";

const CONNECT = Buffer.from("100c00044d51545404020000" + "0000", "hex");
const CONNACK = Buffer.of(0x20, 2, 0, 0);
const SUBSCRIBE = Buffer.from("8206000100016100", "hex");
const PUBLISH = Buffer.from("3003000161", "hex");
const PINGREQ = Buffer.of(0xc0, 0);

let native: NativeTarget;
let broker: Broker;
beforeAll(async () => {
  const certified = await RECIPES.good();
  native = await startNative({ certificate: certified });
  if (native.tls === undefined) throw new Error("it has a TLS port");
  broker = { plain: native.address, tls: native.tls, certified };
});
afterAll(() => native[Symbol.asyncDispose]());

/** The next bytes, or how the connection ended. */
async function next(socket: Socket): Promise<Buffer | string> {
  const [what] = (await Promise.race([
    once(socket, "data"),
    once(socket, "close").then(() => ["closed"]),
  ])) as [Buffer | string];
  return what;
}

async function overTls(front: Front, options: ConnectionOptions = {}): Promise<TLSSocket> {
  const ca = broker.certified.certificate;
  const socket = connect({ ...front.address, ca, servername: "localhost", ...options });
  await once(socket, "secureConnect");
  socket.on("error", () => undefined);
  return socket;
}

function overTcp({ address }: Front): Socket {
  return connectTcp({ ...address });
}

async function login(socket: Socket): Promise<Buffer | string> {
  socket.write(CONNECT);
  return next(socket);
}

test("a terminator shows the broker’s certificate and hands MQTT on", async () => {
  await using front = await terminator()(broker);
  expect(await login(await overTls(front))).toEqual(CONNACK);
});

test("a terminator shows another certificate, in the only version that it speaks, and loses a packet", async () => {
  const meddler = () => drop({ from: "client", type: "PINGREQ", nth: 1 });
  const options = { maxVersion: "TLSv1.2", certified: RECIPES["weak-key"], ciphers: WEAK, meddler } as const;
  await using front = await terminator(options)(broker);
  const client = await overTls(front, { ca: front.certificate ?? "", ciphers: WEAK });
  expect([client.getProtocol(), client.getPeerCertificate().bits]).toEqual(["TLSv1.2", 1024]);
  expect(await login(client)).toEqual(CONNACK);
  client.write(Buffer.concat([PINGREQ, PINGREQ]));
  expect(await next(client)).toEqual(Buffer.of(0xd0, 0));
});

test("a leak says a delivery in clear beside TLS, which ends it", async () => {
  await using front = await terminator({ serve: leak })(broker);
  const client = await overTls(front);
  await login(client);
  client.write(SUBSCRIBE);
  await next(client);
  client.write(PUBLISH);
  const [error] = (await once(client, "error")) as [NodeJS.ErrnoException];
  expect(error.code).toMatch(/^ERR_SSL_/);
});

test("a relay changes what the broker says, and cannot read it", async () => {
  const seen: number[] = [];
  await using front = await relayed((chunk) => {
    seen.push(chunk.readUInt8(0));
    return chunk;
  })(broker);
  expect(await login(await overTls(front))).toEqual(CONNACK);
  expect([seen[0], seen.at(-1)]).toEqual([22, 23]);
});

test("a port that takes both, and one that is mute to TLS", async () => {
  await using two = await both(broker);
  expect([await login(await overTls(two)), await login(overTcp(two))]).toEqual([CONNACK, CONNACK]);
  await using mute = await muteTo("plain", speaksTls)(broker);
  expect(await login(overTcp(mute))).toEqual(CONNACK);
  const waiting = connect({ ...mute.address, rejectUnauthorized: false });
  const silent = Promise.race([once(waiting, "secureConnect"), once(waiting, "close").then(() => "closed")]);
  await login(overTcp(mute));
  waiting.destroy();
  expect(await silent).toBe("closed");
});

test("clients that do not offer TLS 1.3 get another server", async () => {
  await using front = await byVersion(terminator({ certified: RECIPES["other-ca"] }))(broker);
  const trusting = { rejectUnauthorized: false };
  const [modern, old] = [
    await overTls(front, trusting),
    await overTls(front, { ...trusting, maxVersion: "TLSv1.2" }),
  ];
  const issuers = [modern, old].map((client) => client.getPeerCertificate().issuer.CN);
  expect(issuers).toEqual(["localhost", "Another authority"]);
  for (const client of [modern, old]) client.destroy();
});

test("nobody, and plain MQTT in the place of TLS", async () => {
  await using none = await nobody();
  const [error] = (await once(overTcp(none), "error")) as [NodeJS.ErrnoException];
  expect(error.code).toBe("ECONNREFUSED");
  await using clear = await plain(broker);
  expect(await login(overTcp(clear))).toEqual(CONNACK);
});

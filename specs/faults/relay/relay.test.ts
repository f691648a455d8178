import { generate } from "mqtt-packet";
import { Bench } from "./workbench";
import {
  alter,
  alterBytes,
  answer,
  closeAt,
  delayUntil,
  drop,
  duplicate,
  inject,
  injectTo,
  keepOpen,
  sendAtClose,
} from "./meddle";
import { together } from "./meddler";
import type { Draft } from "./packets";

const publish = (topic: string, payload = "x"): Draft<"PUBLISH"> => ({
  cmd: "publish",
  topic,
  payload,
  qos: 0,
  dup: false,
  retain: false,
});
const ping: Draft = { cmd: "pingreq" };
const line = (topic: string, bits = "d0 q0 r0 m0") => `PUBLISH ${bits} '${topic}' (1 bytes)`;

test("without business, bytes pass unchanged, however they are cut", async () => {
  await using bench = await Bench.with({});
  const { client, broker } = await bench.connection("run-1-publisher");
  const bytes = Buffer.concat([generate(publish("a/b")), generate(ping)]);
  for (const byte of bytes) client.send(Buffer.of(byte));
  expect(await broker.next(2)).toEqual([line("a/b"), "PINGREQ"]);
  broker.send({ cmd: "pingresp" });
  expect(await client.next(1)).toEqual(["PINGRESP"]);
});

test("only the packets that fit the pattern get lost", async () => {
  await using bench = await Bench.with(
    drop({ from: "client", type: "PUBLISH", role: "publisher", topic: "b", nth: 2 }),
  );
  const { client, broker } = await bench.connection("run-1-publisher");
  client.send(publish("a/b", "1"), publish("a/c", "1"), publish("a/b", "2"), publish("b", "3"), ping);
  expect(await broker.next(4)).toEqual([line("a/b"), line("a/c"), line("b"), "PINGREQ"]);
});

test("a role that was cut with its client id is still that role, and another is not", async () => {
  await using bench = await Bench.with(drop({ from: "client", type: "PUBLISH", role: "subscriber-of-much" }));
  const cut = await bench.connection("1234567-1-subscriber-of-much".slice(0, 23));
  const other = await bench.connection("1234567-1-sub");
  for (const { client } of [cut, other]) client.send(publish("a"), ping);
  expect(await cut.broker.next(1)).toEqual(["PINGREQ"]);
  expect(await other.broker.next(2)).toEqual([line("a"), "PINGREQ"]);
});

test.each([4, 5] as const)("fields are altered at protocol level %i", async (level) => {
  await using bench = await Bench.with(
    alter({ from: "broker", type: "SUBACK" }, (draft) => {
      draft.granted = [2];
    }),
  );
  const { client, broker } = await bench.connection("run-1-a", level);
  broker.send({ cmd: "suback", messageId: 7, granted: [0] });
  expect(await client.next(1)).toEqual(["SUBACK m7 (2)"]);
});

test("bytes are altered", async () => {
  await using bench = await Bench.with(
    alterBytes({ from: "client", type: "PUBLISH" }, (bytes) => {
      bytes[0] = 0x38;
      return bytes;
    }),
  );
  const { client, broker } = await bench.connection("run-1-a");
  client.send(publish("a"));
  expect(await broker.next(1)).toEqual([line("a", "d1 q0 r0 m0")]);
});

test("packets come twice, or are followed by others, or are answered on the way", async () => {
  await using bench = await Bench.with(
    together(
      duplicate({ from: "client", type: "PUBLISH", topic: "twice" }),
      inject({ from: "client", type: "PUBLISH", topic: "more" }, () => [publish("extra")]),
      answer({ from: "client", type: "PINGREQ" }, [{ cmd: "pingresp" }]),
    ),
  );
  const { client, broker } = await bench.connection("run-1-a");
  client.send(publish("twice"), publish("more"), ping, publish("end"));
  expect(await broker.next(5)).toEqual(
    ["twice", "twice", "more", "extra", "end"].map((topic) => line(topic)),
  );
  expect(await client.next(1)).toEqual(["PINGRESP"]);
});

test("another client gets what the broker never sent", async () => {
  await using bench = await Bench.with(
    injectTo("watcher", { from: "client", type: "PUBLISH" }, [publish("secret")]),
  );
  const watcher = await bench.connection("run-1-watcher");
  const { client } = await bench.connection("run-1-a");
  client.send(publish("a"));
  expect(await watcher.client.next(1)).toEqual([line("secret")]);
});

test("a packet is held until another has passed", async () => {
  await using bench = await Bench.with(
    delayUntil(
      { from: "client", type: "PUBLISH", topic: "first" },
      { from: "client", type: "PUBLISH", topic: "third" },
    ),
  );
  const { client, broker } = await bench.connection("run-1-a");
  client.send(publish("first"), publish("second"), publish("third"), publish("fourth"));
  expect(await broker.next(4)).toEqual(["second", "third", "first", "fourth"].map((topic) => line(topic)));
});

test("a connection is closed at a packet, which goes on unless it is lost", async () => {
  await using bench = await Bench.with(
    together(
      closeAt({ from: "client", type: "PUBLISH", topic: "last" }),
      closeAt({ from: "client", type: "PUBLISH", topic: "lost" }, { lose: true, how: "reset" }),
    ),
  );
  const one = await bench.connection("run-1-a");
  one.client.send(publish("last"), ping);
  expect(await one.broker.next(2)).toEqual([line("last"), "closed"]);
  const two = await bench.connection("run-1-b");
  two.client.send(publish("lost"));
  expect(await two.broker.next(1)).toEqual(["closed"]);
  expect(await two.client.next(1)).toEqual(["closed"]);
});

test("a close is kept from the other side, or preceded by a packet", async () => {
  await using bench = await Bench.with(
    together(sendAtClose("client", "leaver", [{ cmd: "disconnect" }]), keepOpen("broker", "stayer")),
  );
  const stayer = await bench.connection("run-1-stayer");
  stayer.broker.socket.end();
  stayer.broker.socket.resume();
  const leaver = await bench.connection("run-1-leaver");
  leaver.client.socket.end();
  expect(await leaver.broker.next(2)).toEqual(["DISCONNECT", "closed"]);
  leaver.client.socket.destroy();
  expect(stayer.client.socket.readableEnded).toBe(false);
});

import { generate, type Packet as Outgoing } from "mqtt-packet";
import { Journal } from "../evidence/journal/journal";
import { decode } from "../evidence/wire/mqtt/decode";
import { leftovers } from "./sweep";

const connect = { cmd: "connect", protocolId: "MQTT", protocolVersion: 4, keepalive: 60 } as const;

/** A journal of run `run` in which clients sent these. */
function sent(...packets: readonly Outgoing[]): Journal {
  const journal = new Journal("run");
  for (const packet of packets) {
    const raw = generate(packet);
    const place = { source: "wire", exercise: "x", role: "r", connection: 1 } as const;
    journal.add({ ...place, event: "packet", from: "client", packet: decode(raw, 4), raw, level: 4 });
  }
  return journal;
}

test("sessions that the broker may keep are swept, each once", () => {
  const keeps = { ...connect, clientId: "run-1-a", clean: false };
  expect(leftovers(sent(keeps, keeps, { ...connect, clientId: "run-1-b", clean: true })).sessions).toEqual([
    "run-1-a",
  ]);
});

test("topics that hold a message or a will of this run are swept", () => {
  const publish = { cmd: "publish", payload: "x", qos: 0, dup: false } as const;
  const will = { topic: "tp-mqtt/run/will", payload: Buffer.from("x"), qos: 0, retain: true } as const;
  const journal = sent(
    { ...publish, topic: "tp-mqtt/run/kept", retain: true },
    { ...publish, topic: "tp-mqtt/run/passing", retain: false },
    { ...publish, topic: "somebody/elses", retain: true },
    { ...connect, clientId: "run-1-a", clean: true, will },
  );
  expect(leftovers(journal).topics).toEqual(["tp-mqtt/run/kept", "tp-mqtt/run/will"]);
});

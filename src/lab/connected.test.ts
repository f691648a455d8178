import { connectedIn } from "./connected";

const arrives = (id: string) => `1: New client connected from 10.0.0.1:5${id.length} as ${id} (p2, c1, k60).`;

test("whoever came and has not gone is connected", () => {
  const log = [
    arrives("alice"),
    arrives("bob"),
    "1: Client alice disconnected.",
    "1: Received PINGREQ from bob",
  ];
  expect(connectedIn(log)).toEqual(["bob"]);
});

test("a packet tells of a client whose CONNECT is no longer in the log; a DISCONNECT does not", () => {
  expect(connectedIn(["1: Received PINGREQ from carol", "1: Received DISCONNECT from dave"])).toEqual([
    "carol",
  ]);
});

test("nobody is connected to a broker that was started since, and we do not count ourselves", () => {
  expect(
    connectedIn([arrives("alice"), "2: mosquitto version 2.0.11 starting", arrives("tp-mqtt-lab-1")]),
  ).toEqual([]);
});

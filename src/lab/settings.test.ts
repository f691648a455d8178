import { certificateNames, settingsOf } from "./settings";

test("by default only this machine reaches the lab", () => {
  expect(settingsOf({})).toEqual({
    name: "tp-mqtt",
    bind: "127.0.0.1",
    address: "127.0.0.1",
    mqttPort: 1883,
    tlsPort: 8883,
    sshPort: 2222,
    hostnames: [],
  });
});

test("what was said once is kept, and what is said anew outweighs it", () => {
  const first = settingsOf({ hostnames: ["lab.example.org"], mqttPort: 11_883 });
  expect(first.address).toBe("lab.example.org");
  expect(settingsOf({}, first)).toEqual(first);
  expect(settingsOf({ mqttPort: 21_883 }, first)).toEqual({ ...first, mqttPort: 21_883 });
});

test("another place to listen has another address, unless one is said", () => {
  const first = settingsOf({ address: "10.0.0.7" });
  expect(settingsOf({ bind: "127.0.0.2" }, first).address).toBe("127.0.0.2");
  expect(settingsOf({ bind: "127.0.0.2", address: "10.0.0.8" }, first).address).toBe("10.0.0.8");
});

test("the certificate bears every name by which the lab may be reached, once", () => {
  const settings = settingsOf({
    hostnames: ["lab.example.org", "localhost"],
    address: "192.0.2.7",
    bind: "127.0.0.2",
  });
  expect(certificateNames(settings)).toEqual([
    "192.0.2.7",
    "lab.example.org",
    "localhost",
    "127.0.0.1",
    "127.0.0.2",
  ]);
});

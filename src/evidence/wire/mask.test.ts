import { generate } from "mqtt-packet";
import { decode } from "./mqtt/decode";
import { masked } from "./mask";

const connect = (password: string) =>
  generate({
    cmd: "connect",
    protocolId: "MQTT",
    protocolVersion: 4,
    clientId: "a client",
    keepalive: 60,
    clean: true,
    username: "teacher",
    password: Buffer.from(password),
  });

test("the password is overwritten, and nothing else changes", () => {
  const raw = connect("s3cret");
  const copy = masked(raw, "s3cret");
  expect(copy.includes("s3cret")).toBe(false);
  expect(copy.subarray(0, -6)).toEqual(raw.subarray(0, -6));
  expect(decode(copy, 4)).toEqual(decode(raw, 4));
});

test("a password of one letter leaves the other fields alone", () => {
  expect(masked(connect("t"), "t")).toEqual(connect("*"));
});

test("bytes without it are given back as they are", () => {
  const raw = connect("another");
  expect(masked(raw, "s3cret")).toBe(raw);
  expect(masked(raw, undefined)).toBe(raw);
});

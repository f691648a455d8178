import { reasonOf } from "./reason";

const OPENSSL = Object.assign(
  new Error(
    "80:error:0A00045C:SSL routines:ssl3_read_bytes:tlsv13 alert certificate required:../a/b.c:1601:\n",
  ),
  { reason: "tlsv13 alert certificate required" },
);

test.each([
  ["OpenSSL", OPENSSL, "tlsv13 alert certificate required"],
  ["others", new Error("connack timeout\n"), "connack timeout"],
])("the reason in a message of %s", (_, error, words) => {
  expect(reasonOf(error)).toBe(words);
});

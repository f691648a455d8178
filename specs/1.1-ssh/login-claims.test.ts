import type { Entry, SshEntry } from "../../src/evidence/journal/entry";
import { decode } from "../../src/evidence/wire/mqtt/decode";
import type { Claim } from "../../src/judge/claim";
import { enters, showsLog } from "./login-claims";
import { judgedAlone } from "./testing/judged-alone";

const raw = Buffer.from("101000044d5154540402003c00047365656e", "hex");
const CONNECT: Entry = {
  at: 9,
  source: "wire",
  exercise: "x",
  role: "seen",
  connection: 1,
  event: "packet",
  from: "client",
  level: 4,
  raw,
  packet: decode(raw, 4),
};

function judged(claim: Claim, ...told: readonly (readonly [SshEntry["event"], string])[]) {
  const ssh = told.map(([event, text], at): Entry => ({
    at,
    source: "ssh",
    exercise: "x",
    role: "right",
    event,
    text,
  }));
  return judgedAlone(claim, [...ssh, CONNECT]);
}

test.each([
  ["", "fail"],
  ["lost", "inconclusive"],
])("a session that ended (%j) before a line came: %s", (end, verdict) => {
  const found = judged(showsLog, ["login", "password"], ["granted", "shell"], ["closed", end]);
  expect(found?.verdict).toBe(verdict);
  expect(found?.evidence.map(({ text }) => text)).toContain(
    `right session over${end === "" ? "" : ": the connection broke off"}`,
  );
});

test.each([
  ["login-refused", "fail"],
  ["lost", "inconclusive"],
])("right credentials that do not enter (%s): %s", (why, verdict) => {
  expect(judged(enters, ["refused", why])?.verdict).toBe(verdict);
});

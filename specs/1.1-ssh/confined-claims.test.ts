import type { Entry, SshEntry } from "../../src/evidence/journal/entry";
import { judge } from "../../src/judge/judge";
import { requestDenied } from "./confined-claims";

const RUN: Entry = {
  at: 0,
  source: "run",
  run: "abc1234",
  startedAt: "2026-11-23T09:10:18.091Z",
  tool: { name: "tp-mqtt", version: "0" },
  target: { kind: "remote", address: "h:1", logSource: "none", capabilities: [], why: { en: "a", fr: "b" } },
};

/** The verdict about X11 when these came of the attempt. */
function verdict(...events: readonly SshEntry["event"][]): string | undefined {
  const entries = events.map((event, i): Entry => ({
    at: i,
    source: "ssh",
    exercise: "x",
    role: "x11",
    event,
    text: "x11-req",
  }));
  const title = { en: "x", fr: "x" };
  const exercise = { id: "x", section: "1.1", title, claims: [requestDenied("x11")] };
  return judge([RUN, ...entries], [exercise], { lang: "en" }).claims[0]?.verdict;
}

test("what the server refused was refused", () => {
  expect(verdict("login", "denied")).toBe("pass");
});

test("one grant among refusals is one too many", () => {
  expect(verdict("login", "denied", "granted")).toBe("fail");
});

test("silence is no refusal", () => {
  expect(verdict("login", "denied", "unanswered")).toBe("inconclusive");
});

test("who did not get in has tried nothing", () => {
  expect(verdict("refused")).toBe("inconclusive");
});

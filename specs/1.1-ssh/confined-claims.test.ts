import type { Entry, SshEntry } from "../../src/evidence/journal/entry";
import type { Claim } from "../../src/judge/claim";
import { gaveNothing, manySessions, onlyLog, requestDenied } from "./confined-claims";
import { judgedAlone } from "./testing/judged-alone";

type Told = Pick<SshEntry, "event" | "text" | "unfinished">;

/** What is judged when this came of the attempts of a role. */
function judged(claim: Claim, role: string, told: readonly Told[]) {
  const entries = told.map((one, at): Entry => ({ at, source: "ssh", exercise: "x", role, ...one }));
  return judgedAlone(claim, entries);
}

/** The verdict about X11 when these came of the attempt. */
function verdict(...events: readonly SshEntry["event"][]): string | undefined {
  const told = events.map((event) => ({ event, text: "x11-req" }));
  return judged(requestDenied("x11"), "x11", told)?.verdict;
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

test("nor is a connection that broke off", () => {
  const told: readonly Told[] = [
    { event: "login", text: "password" },
    { event: "unanswered", text: "shell" },
    { event: "closed", text: "lost" },
  ];
  expect(judged(requestDenied("x11"), "x11", told)?.verdict).toBe("inconclusive");
  expect(judged(gaveNothing("command"), "command", told)?.verdict).toBe("inconclusive");
});

test("who did not get in has tried nothing", () => {
  expect(verdict("refused")).toBe("inconclusive");
});

test("an attempt that was cut off proves nothing", () => {
  const after = (text: string) =>
    judged(gaveNothing("command"), "command", [
      { event: "login", text: "password" },
      { event: "granted", text: "exec" },
      { event: "closed", text },
    ])?.verdict;
  expect([after(""), after("lost")]).toEqual(["pass", "inconclusive"]);
});

describe.each([
  ["only-log", onlyLog, "command"],
  ["many-sessions", manySessions, "many-sessions"],
])("%s", (_, claim, role) => {
  const LINE = "Sending PINGRESP to c1";
  const said = (text: string): Told => ({ event: "output", text });
  const cut = (text: string): Told => ({ event: "output", text, unfinished: true });
  const of = (...told: readonly Told[]) =>
    judged(claim, role, [
      { event: "login", text: "password" },
      { event: "granted", text: "shell" },
      ...told,
      { event: "closed", text: "" },
    ]);

  test.each([
    ["seconds", "1763880000: ", "1763880001: Sending PUBL"],
    ["seconds, cut in the time", "1763880000: ", "176388"],
    ["a date", "2026-11-23T09:10:18: ", "2026-11-23T09:10:19: N"],
    ["Docker's instants", "2026-11-23T09:10:18.091834512Z 1763880000: ", "2026-11-23T09:10:18.1"],
  ])("a line that was cut off is the log's where it begins as one: %s", (_format, time, rest) => {
    expect(of(said(`${time}${LINE}`), cut(rest))?.verdict).toBe("pass");
  });

  test("or as one that was printed whole", () => {
    expect(of(said(LINE), said("Received PINGREQ from c1"), cut("Received PI"))?.verdict).toBe("pass");
  });

  test("without times nobody can tell what it is", () => {
    const found = of(said(LINE), cut("Received PUBLI"));
    expect(found?.verdict).toBe("inconclusive");
    expect(found?.reason).toBe("a session ended in the middle of a line: “Received PUBLI”");
  });

  test("a prompt has no time", () => {
    expect(of(said(`1763880000: ${LINE}`), cut("bash-5.2$ "))?.verdict).toBe("fail");
  });

  test("what is whole and not of the log is not excused", () => {
    expect(of(said(`1763880000: ${LINE}`), said("1763880001: Sending PUBL"))?.verdict).toBe("fail");
  });
});

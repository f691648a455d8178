import type { Entry } from "../src/evidence/journal/entry";
import { printEvent } from "../src/evidence/log/grammar";
import { narrate, type Narration } from "../src/evidence/log/narrator";
import { play } from "../src/exercise/play";
import { judge } from "../src/judge/judge";
import { startNative } from "../src/target/native";
import { mosquittoHere } from "../src/target/testing/available";
import { exercises, probe } from "./index";

/** Versions whose logs differ from each other. Their brokers are not all to be had everywhere: their words are. */
const VERSIONS = ["1.6.15", "2.0.11", "2.0.22", "2.1.0", "2.1.2"];

/** Exercises that are judged by the version's own clock, which words do not change. */
const TIMED = ["3-ping", "3-keepalive-expiry"];

/** Claims about lines that the wire does not foretell: in which words a broker says that it refused a packet or a handshake. */
const UNFORETOLD = [
  "6-invalid-filters/logged",
  "5.2-trusted/log-negotiated",
  "5.2-untrusted/log-without",
  "5.2-untrusted/log-another",
  "5.2-untrusted/log-other-name",
  "5.3-plaintext-refused/log-plain-on-tls",
  "5.3-plaintext-refused/log-tls-on-plain",
];

const played = exercises.filter(({ id }) => !TIMED.includes(id));
const mosquitto = mosquittoHere();

/** The same run, as if a broker of that version had written its log. */
function retold(
  entries: readonly Entry[],
  version: string,
  decorate: (message: string, i: number) => string,
): Entry[] {
  const others = entries
    .filter((entry) => entry.source !== "log")
    .map((entry) => (entry.source === "run" ? { ...entry, target: { ...entry.target, version } } : entry));
  const line = (message: string, at: number, i: number): Entry => ({
    source: "log",
    by: "broker",
    at,
    text: decorate(message, i),
  });
  const lines = together(narrate(others, version)).map(({ event, because }, i) =>
    line(printEvent(event, version), because.at, i),
  );
  return [...others, line(`mosquitto version ${version} starting`, 0, 0), ...lines];
}

/**
 * The narrator tells a SUBSCRIBE when it was sent and its filters when they were decided. A broker does both at once,
 * and a filter's line names no client: they must stand together.
 */
function together(told: readonly Narration[]): Narration[] {
  const decided = new Map<number, Narration[]>();
  const others = told.filter((narration) => {
    const { event, because } = narration;
    if (event.kind !== "subscribe-filter" && event.kind !== "subscription") return true;
    decided.set(because.connection, [...(decided.get(because.connection) ?? []), narration]);
    return false;
  });
  return others.flatMap((narration) => {
    const { event, because } = narration;
    if (event.kind !== "packet" || event.type !== "SUBSCRIBE") return [narration];
    const waiting = decided.get(because.connection) ?? [];
    const ofThisOne = waiting.filter((other) => other.because === waiting[0]?.because);
    return [narration, ...waiting.splice(0, ofThisOne.length)];
  });
}

const wrong = (entries: readonly Entry[]) =>
  judge(entries, [probe, ...played], { lang: "en" })
    .claims.filter(
      ({ id, verdict }) => !UNFORETOLD.includes(id) && (verdict === "fail" || verdict === "inconclusive"),
    )
    .map(({ id, expected, actual, reason }) => ({ id, expected, actual, reason }));

(mosquitto.here ? describe : describe.skip)(mosquitto.title("a run retold in the words of"), () => {
  let entries: readonly Entry[];

  beforeAll(async () => {
    await using target = await startNative();
    const tool = { name: "tp-mqtt", version: "0" };
    entries = (await play(target, { tool, probe, exercises: played })).entries;
  }, 30_000);

  it.each(VERSIONS)("mosquitto %s is judged as the run itself", (version) => {
    expect(wrong(retold(entries, version, (message) => `1795416020: ${message}`))).toEqual([]);
  });

  it.each([
    ["no timestamps", (message: string) => message],
    ["ISO 8601", (message: string) => `2026-11-23T08:40:20+0100: ${message}`],
    ["docker logs -t", (message: string) => `2026-11-23T07:40:20.123456789Z 1795416020: ${message}`],
    ["docker compose logs", (message: string) => `mosquitto-1  | 1795416020: ${message}`],
    ["journalctl", (message: string) => `Nov 23 08:40:20 lab mosquitto[412]: 1795416020: ${message}`],
    ["CRLF", (message: string) => `1795416020: ${message}\r`],
  ])("2.0.11 behind %s is judged as the run itself", (_, decorate) => {
    expect(wrong(retold(entries, "2.0.11", decorate))).toEqual([]);
  });

  it("2.0.11 with other clients' lines between its own is judged as the run itself", () => {
    const noisy = retold(entries, "2.0.11", (message) => `1795416020: ${message}`).flatMap(
      (entry): Entry[] =>
        entry.source === "log" && entry.text.includes("Sending ")
          ? [entry, { ...entry, text: "1795416020: Received PINGREQ from somebody-else" }]
          : [entry],
    );
    expect(wrong(noisy)).toEqual([]);
  });
});

/** A small report made by hand, with every verdict and with texts that mean mischief. Used by the reporters' tests. */
import type { Entry } from "../../evidence/journal/entry";
import { summarise } from "../../judge/judge";
import type { ClaimResult, Quote, Results } from "../../judge/results";
import type { Lang } from "../../words/text";
import type { Report } from "../report";

const MISCHIEF = "\u001b[31mred\u001b[0m <b>&amp;</b> ]]> ]]> `code` | pipe \u0007 \u202e";

export function madeReport(lang: Lang): Report {
  const results = madeResults(CLAIMS);
  const phases = { start: 210, probe: 43, play: 7120, log: 12, sweep: 8, stop: 104, judge: 31 };
  const exercises = EXERCISES;
  return { results, entries: ENTRIES, exercises, lang, phases, folder: "reports", interrupted: false };
}

/** Everything skipped because nothing could be judged. */
export function nothingJudged(lang: Lang): Report {
  const claims = CLAIMS.filter((claim) => claim.verdict === "skipped" || claim.prerequisite).map(
    (claim): ClaimResult =>
      claim.prerequisite ? { ...claim, verdict: "fail", expected: "CONNACK", actual: "—" } : claim,
  );
  return { ...madeReport(lang), results: madeResults(claims) };
}

function madeResults(claims: readonly ClaimResult[]): Results {
  return {
    version: 1,
    tool: { name: "tp-mqtt", version: "0.1.0" },
    startedAt: "2026-11-23T09:10:18.091Z",
    durationMs: 7424,
    target: {
      kind: "native",
      version: "2.0.11",
      address: "127.0.0.1:40821",
      logSource: "/usr/sbin/mosquitto -c mosquitto.conf, process 42",
      capabilities: ["log", "qos2"],
      why: "it was asked for",
    },
    summary: summarise(claims),
    claims,
    measurements: [
      { exercise: "2.5-cost", title: "QoS 0", value: 0.214, unit: "ms" },
      { exercise: "2.5-cost", title: "QoS 2", value: 10.5, unit: "ms" },
    ],
    observations: [
      { exercise: "5.2-client-hello", title: "ClientHello: versions", value: "TLS 1.3, TLS 1.2" },
      { exercise: "5.2-client-hello", title: "SNI", value: "localhost | <b>*not bold*</b>" },
    ],
  };
}

function claim(id: string, verdict: ClaimResult["verdict"], more: Partial<ClaimResult> = {}): ClaimResult {
  const [exercise = "", word = ""] = id.split("/");
  const [section = ""] = exercise.split("-");
  return {
    id,
    exercise,
    section,
    title: `the title of ${word}`,
    verdict,
    durationMs: 12,
    evidence: [],
    ...more,
  };
}

const QUOTES: readonly Quote[] = Array.from({ length: 7 }, (_, i) => ({
  at: 1000 * i + 0.5,
  source: i % 2 === 0 ? "wire" : "message",
  text: i === 0 ? MISCHIEF : `line ${i} ${"is long ".repeat(i * 3)}`,
}));

const CLAIMS: readonly ClaimResult[] = [
  claim("0-target/listens", "pass", { prerequisite: true }),
  claim("2.4-qos0/content", "pass"),
  claim("2.4-qos0/log", "skipped", { reason: "no log was given for this broker" }),
  claim("2.4-qos2/pubrec", "fail", {
    clause: "MQTT-4.3.3-1",
    expected: "PUBREC m7",
    actual: MISCHIEF,
    hint: "Look at what the broker sends between the PUBLISH and the PUBREL, and at its packet identifier, twice.",
    evidence: QUOTES,
  }),
  claim("2.4-qos2/pubcomp", "inconclusive", { reason: "not played: PUBREL (publisher)", durationMs: 0 }),
  claim("2.4-qos2/log", "skipped", { reason: "no log was given for this broker" }),
  claim("3-takeover/closed", "deviation", {
    expected: "TCP FIN",
    actual: "TCP RST",
    reason: "Mosquitto 2.0 resets the connection",
    evidence: QUOTES.slice(1, 2),
  }),
];

const EXERCISES: Report["exercises"] = [
  { id: "0-target", title: { en: "The broker", fr: "Le broker" } },
  { id: "2.4-qos2", title: { en: "QoS 2: four packets", fr: "QoS 2 : quatre paquets" } },
  { id: "5.2-trusted", title: { en: "TLS", fr: "TLS" } },
];

const ON_TLS = { exercise: "5.2-trusted", role: "visitor", connection: 2 } as const;

const ENTRIES: readonly Entry[] = [
  {
    at: 0,
    source: "run",
    run: "abc1234",
    startedAt: "2026-11-23T09:10:18.091Z",
    tool: { name: "tp-mqtt", version: "0.1.0" },
    target: {
      kind: "native",
      address: "127.0.0.1:40821",
      logSource: "…",
      capabilities: [],
      why: { en: "", fr: "" },
    },
  },
  { at: 1, source: "log", text: "1: mosquitto version 2.0.11 starting", by: "broker" },
  {
    at: 2,
    source: "wire",
    event: "opened",
    exercise: "2.4-qos2",
    role: "publisher",
    connection: 1,
    port: 40001,
  },
  { at: 3, source: "wire", event: "opened", ...ON_TLS, port: 40002, listener: "tls" },
  { at: 4, source: "tls", event: "secret", ...ON_TLS, text: "CLIENT_RANDOM 00 11" },
];

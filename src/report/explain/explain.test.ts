import fc from "fast-check";
import { arbitraryEvent } from "../../evidence/log/arbitrary-event";
import type { LogEvent } from "../../evidence/log/event";
import { parseMessage } from "../../evidence/log/grammar";
import { LANGS, type Lang } from "../../words/text";
import { wordsOf } from "../../words/words";
import { explain } from "./explain";
import type { Owner } from "./explanation";

/** An explanation in one line: the label, the arrow, and the parts. */
function told(message: string, lang: Lang = "en", owner?: Owner): string {
  const event = parseMessage(message);
  if (event === undefined) throw new Error(`not understood: ${message}`);
  const { label, arrow, parts } = explain(event, wordsOf(lang).explain, owner);
  const texts = parts.map(({ code, text }) => (code === undefined ? text : `${code} ${text}`));
  // No-break spaces are typography's business, which has tests of its own.
  return [arrow ?? "", label, texts.join(" · ")].join(" ").trim().replaceAll("\u00a0", " ");
}

const PUBLISH = "Received PUBLISH from pub (d1, q2, r1, m7, 'house/salon', ... (4 bytes))";

test.each<[string, string]>([
  [
    PUBLISH,
    "→ PUBLISH house/salon · 4 bytes · d1 DUP flag on: sent again · q2 QoS 2 · r1 RETAIN flag on · m7 packet identifier 7",
  ],
  [
    "Sending PUBLISH to sub (d0, q0, r0, m0, 'a', ... (1 bytes))",
    "← PUBLISH a · 1 byte · d0 DUP flag off · q0 QoS 0 · r0 RETAIN flag off · m0 no packet identifier",
  ],
  [
    "New client connected from ::1:5 as it's (p2, c1, k0, u'al ice').",
    "→ CONNECT [::1]:5 · p2 MQTT 3.1.1 · c1 clean session on · k0 no keep alive · u user name al ice",
  ],
  [
    "New client connected from 10.0.0.1:5 as a (p4, c0, k60).",
    "→ CONNECT 10.0.0.1:5 · p4 MQTT 3.1.1 · c0 clean session off · k60 keep alive 60 s",
  ],
  ["Sending CONNACK to a (1, 0)", "← CONNACK connect acknowledgment · 1 session present: yes · 0 accepted"],
  [
    "Sending CONNACK to a (0, 5)",
    "← CONNACK connect acknowledgment · 0 session present: no · 5 refused: not authorised",
  ],
  [
    "Received PUBACK from a (Mid: 3, RC:16)",
    "→ PUBACK publish acknowledgment · m3 packet identifier 3 · rc16 no matching subscribers",
  ],
  ["Received PINGREQ from a", "→ PINGREQ ping request"],
  ["Sending SUBACK to a", "← SUBACK subscribe acknowledgment"],
  ["\ta/# (QoS 1)", "filter a/# · QoS 1"],
  ["\ta/# (denied)", "filter a/# · subscription denied"],
  ["a 1 a/#", "granted a/# · with QoS 1"],
  [
    "Will message specified (3 bytes) (r1, q2).",
    "will to be published if the connection breaks · 3 bytes · r1 RETAIN flag on · q2 QoS 2",
  ],
  [
    "Client a has exceeded timeout, disconnecting.",
    "end keep alive exceeded: nothing came from the client for too long",
  ],
  [
    "Client a [::1:5] disconnected: connection closed by client.",
    "end connection closed without a DISCONNECT",
  ],
  [
    "Client a disconnected: Protocol error.",
    "end the connection broke · the TLS layer gave up · Protocol error",
  ],
  [
    "OpenSSL Error[0]: error:0A000418:SSL routines::tlsv1 alert unknown ca",
    "TLS the client does not know the authority that signed the broker's certificate · tlsv1 alert unknown ca",
  ],
  [
    "OpenSSL Error[0]: error:14094412:SSL routines:ssl3_read_bytes:sslv3 alert bad certificate",
    "TLS the client does not accept the broker's certificate (another name, for example) · sslv3 alert bad certificate",
  ],
  [
    "Client connection from 1.2.3.4 failed: error:0A00010B:SSL routines::wrong version number.",
    "TLS 1.2.3.4 · TLS handshake failed · what came is not TLS: plain MQTT on the TLS port, for example · wrong version number",
  ],
  ["OpenSSL Error[0]: nobody knows", "TLS nobody knows"],
])("%s", (message, expected) => {
  expect(told(message)).toBe(expected);
});

test("French says the same", () => {
  expect(told(PUBLISH, "fr")).toBe(
    "→ PUBLISH house/salon · 4 octets · d1 bit DUP à 1 : renvoi · q2 QoS 2 · r1 bit RETAIN à 1 · m7 identifiant de paquet 7",
  );
});

test("a line with a topic alone is the will's, or a filter where an UNSUBSCRIBE came before", () => {
  expect(told("\tlast/words")).toBe("will last/words · its topic");
  expect(told("\ta/b", "en", { client: "c", type: "UNSUBSCRIBE" })).toBe("filter a/b");
});

test.each(LANGS)("every event that there can be is explained in %s", (lang) => {
  const say = wordsOf(lang).explain;
  fc.assert(
    fc.property(arbitraryEvent, (event) => {
      const { label, parts } = explain(event, say);
      expect(label.length).toBeGreaterThan(0);
      expect(label.length).toBeLessThanOrEqual(11);
      expect(parts.length).toBeGreaterThan(0);
      expect(JSON.stringify(parts)).not.toMatch(/undefined|\[object|NaN/);
    }),
    { numRuns: 2000 },
  );
});

/** Kinds that the made-up events leave out, since no version prints them whole. */
const OTHERS: readonly LogEvent[] = [
  { kind: "cut", text: "Client aaaa" },
  { kind: "disconnected", cause: "feature", client: "a", text: "x" },
];

test("each kind is among them, and no explanation is the same in both languages unless it is the log's own words", () => {
  const kinds = new Map<string, LogEvent>(
    fc.sample(arbitraryEvent, 3000).map((event) => [event.kind, event]),
  );
  for (const event of OTHERS) kinds.set(event.kind, event);
  for (const event of kinds.values()) {
    const [en, fr] = LANGS.map((lang) => explain(event, wordsOf(lang).explain).parts);
    const ours = (en ?? []).filter(({ quoted }) => !quoted);
    // QoS 1 is QoS 1 everywhere; one word of ours that differs shows that French was asked.
    expect(ours.length === 0 || JSON.stringify(en) !== JSON.stringify(fr) ? "told" : event.kind).toBe("told");
  }
});

import type { QuestionOf } from "../question";
import { judgeSequence } from "./sequence";
import { answering, COMMON, CONTEXT, HOSTILE, outcome, said, type Expected } from "./testing/judge";

function question(qos: number): QuestionOf<"sequence"> {
  const truth = { fact: "packets", exercise: `2.4-qos${qos}`, role: "publisher" } as const;
  return { ...COMMON, id: `2.4-qos${qos}-packets`, kind: "sequence", truth };
}

function judged(qos: number, text: string) {
  return judgeSequence(answering(text), question(qos), CONTEXT);
}

const LOG_QOS2 = `1795414498: New client connected from 127.0.0.1:44970 as pub2 (p2, c1, k60).
1795414498: No will message specified.
1795414498: Sending CONNACK to pub2 (0, 0)
1795414498: Received PUBLISH from pub2 (d0, q2, r0, m1, 'p/q2', ... (3 bytes))
1795414498: Sending PUBREC to pub2 (m1, rc0)
1795414498: Received PUBREL from pub2 (Mid: 1)
1795414498: Sending PUBLISH to sub2 (d0, q2, r0, m1, 'p/q2', ... (3 bytes))
1795414498: Sending PUBCOMP to pub2 (m1)
1795414498: Received PUBREC from sub2 (Mid: 1)
1795414498: Sending PUBREL to sub2 (m1)
1795414498: Received PUBCOMP from sub2 (Mid: 1, RC:0)
1795414498: Received DISCONNECT from pub2`;

const LOG_QOS1 = `Received PUBLISH from me (d0, q1, r0, m2, 'tp/me', ... (3 bytes))
Sending PUBLISH to me (d0, q1, r0, m1, 'tp/me', ... (3 bytes))
Sending PUBACK to me (m2, rc0)
Received PUBACK from me (Mid: 1, RC:0)`;

const MARKED: readonly (readonly [qos: number, text: string, expected: Expected])[] = [
  // QoS 2: right, in many forms
  [2, "PUBLISH, PUBREC, PUBREL, PUBCOMP", 1],
  [2, "publish → pubrec → pubrel → pubcomp", 1],
  [2, "PUBLISH -> PUBREC => PUBREL --> PUBCOMP", 1],
  [2, "1. PUBLISH\n2. PUBREC\n3. PUBREL\n4. PUBCOMP", 1],
  [2, "- PUBLISH\n- PUBREC\n- PUBREL\n- PUBCOMP", 1],
  [2, "3, 5, 6, 7", 1],
  [2, "types 3 → 5 → 6 → 7", 1],
  [2, "1. 3\n2. 5\n3. 6\n4. 7", 1],
  [2, "3 (PUBLISH), 5 (PUBREC), 6 (PUBREL), 7 (PUBCOMP)", 1],
  [
    2,
    "Client -> Broker : PUBLISH\nBroker -> Client : PUBREC\nClient -> Broker : PUBREL\nBroker -> Client : PUBCOMP",
    1,
  ],
  [2, "client → PUBLISH → broker → PUBREC → client → PUBREL → broker → PUBCOMP → client", 1],
  [2, "PUBLISH (client), PUBREC (broker), PUBREL (client), PUBCOMP (broker)", 1],
  [2, "Client envoie PUBLISH, broker envoie PUBREC, client envoie PUBREL, broker envoie PUBCOMP.", 1],
  [2, "PUBLISH puis PUBREC, ensuite PUBREL et enfin PUBCOMP", 1],
  [2, "First PUBLISH, then PUBREC, then PUBREL and finally PUBCOMP.", 1],
  [2, "CONNECT, CONNACK, PUBLISH, PUBREC, PUBREL, PUBCOMP, DISCONNECT", 1],
  [2, "PUBLISH, PUBREC, PUBREL, PUBCOMP (4 paquets)", 1],
  [2, "QoS 2 : PUBLISH, PUBREC, PUBREL, PUBCOMP", 1],
  [2, "PUBLISH, PUBREC, PUBREL, PUBCOMP, PUBLISH, PUBREC, PUBREL, PUBCOMP", 1],
  [2, "PUBLISH, pas de PUBACK mais PUBREC, PUBREL, PUBCOMP", 1],
  [2, LOG_QOS2, 1],
  [2, `PUBLISH, PUBREC, PUBREL, PUBCOMP\n${LOG_QOS2}`, 1],
  [2, "Received PUBLISH from c1\nSending PUBREC to c1\nReceived PUBREL from c1\nSending PUBCOMP to c1", 1],
  [
    2,
    "Le client envoie un PUBLISH, le broker répond PUBREC, le client envoie PUBREL et le broker termine par PUBCOMP",
    1,
  ],
  [2, "d'abord PUBLISH du client, puis PUBREC du broker, PUBREL du client et enfin PUBCOMP du broker", 1],
  [2, "C: PUBLISH\nB: PUBREC\nC: PUBREL\nB: PUBCOMP", 1],
  [2, "client ← PUBCOMP ← broker", 0],
  // partly
  [2, "PUBLISH, PUBREC, PUBCOMP", 0.5],
  [2, "PUBREC, PUBREL, PUBCOMP", 0.5],
  [2, "PUBLISH, PUBREL, PUBREC, PUBCOMP", 0.5],
  [2, "3, 5, 7", 0.5],
  [
    2,
    LOG_QOS2.split("\n")
      .filter((line) => !line.includes("Received PUBREL"))
      .join("\n"),
    0.5,
  ],
  // wrong
  [2, "PUBLISH, PUBACK", 0],
  [2, "PUBLISH, PUBACK, PUBREC, PUBREL, PUBCOMP", 0],
  [2, "PUBCOMP, PUBREL, PUBREC, PUBLISH", 0],
  [2, "PUBREC, PUBREL", 0],
  [2, "PUBLISH, PUBCOMP, PUBREL, PUBREC", 0],
  [2, "CONNECT, CONNACK", 0],
  [2, "je ne sais pas", 0],
  // not ours to decide
  [2, "PUBLISH, PUBREQ, PUBREL, PUBCOMP", "teacher"],
  [2, "PUBLISH, PUBREC, PUBREL, PUBCOM", "teacher"],
  [2, "PUBLISH puis PUBREC, pas de PUBREL, puis PUBCOMP", "teacher"],
  [2, "PUBREC après PUBLISH, PUBREL, PUBCOMP", "teacher"],
  [2, "PUBLISH ou PUBREC, PUBREL, PUBCOMP", "teacher"],
  [2, "client : PUBLISH, broker : PUBREC, broker : PUBREL, client : PUBCOMP", "teacher"],
  [2, "le client publie puis attend le broker", "teacher"],
  [2, "1, 2, 3, 4", "teacher"],
  [2, "4", "teacher"],
  [2, "PUBLISH, PUBREC, PUBREL, PUBCOMP, mais parfois dans un autre ordre", "teacher"],
  [2, `${LOG_QOS2}\nPUBLISH, PUBACK`, "teacher"],
  [2, `${LOG_QOS2}\n${LOG_QOS1}`, "teacher"],
  [2, `PUBLISH, PUBREC, PUBREL, PUBCOMP${" \n".repeat(4_000)}`, "teacher"],
  [2, "PUBCOMP ← PUBREL ← PUBREC ← PUBLISH", "teacher"],
  [2, "PUBCOMP avant PUBREL avant PUBREC avant PUBLISH", "teacher"],
  [2, "PUBLISH, PUBREC, PUBREL, PUBCOMP sont absents", "teacher"],
  [2, "PUBREC, PUBREL, PUBCOMP en plus du PUBLISH", "teacher"],
  [2, "ni PUBLISH ni PUBREC ni PUBREL ni PUBCOMP", "teacher"],
  [2, "???", "ungradable"],
  // QoS 1
  [1, "PUBLISH, PUBACK", 1],
  [1, "PUBLISH ⇒ PUBACK", 1],
  [1, "3 4", 1],
  [1, "SUBSCRIBE, SUBACK, PUBLISH, PUBACK", 1],
  [1, "PUBLISH, PUBACK, pas de PUBREC ni de PUBREL", 1],
  [1, "publish (client → broker) puis puback (broker → client)", 1],
  [1, LOG_QOS1, 1],
  [1, "PUBLISH du client vers le broker, PUBACK du broker vers le client", 1],
  [1, "1) PUBLISH  2) PUBACK", 1],
  [1, "PUBACK en réponse au PUBLISH", "teacher"],
  [1, "PUBACK after PUBLISH", "teacher"],
  [1, "PUBLISH then nothing", "teacher"],
  [1, "PUBACK, PUBLISH", 0],
  [1, "PUBLISH", 0],
  [1, "PUBLISH, PUBREC", 0],
  [1, "PUBLISH, SUBACK", 0],
  [1, "PUBLISH, PUBREC, PUBREL, PUBCOMP", 0],
  [1, "PUBLISH, PUBLISH, PUBACK, PUBACK", "teacher"],
  [1, "PUBLISH, PUBACK (pas d'acquittement)", "teacher"],
  [1, "PUBLISH, SUBSCRIBE, PUBACK", "teacher"],
  [1, "client : PUBLISH, client : PUBACK", "teacher"],
  // QoS 0
  [0, "PUBLISH", 1],
  [0, "publish.", 1],
  [0, "Un PUBLISH et c'est tout", 1],
  [0, "PUBLISH, il n'y a pas de PUBACK", 1],
  [0, "PUBLISH et parfois PUBACK", "teacher"],
  [0, "pas un seul PUBLISH", "teacher"],
  [0, "3", 1],
  [0, "un seul PUBLISH, pas de PUBACK", 1],
  [0, "PUBLISH only, no PUBACK", 1],
  [0, "PUBLISH (pas d’acquittement)", 1],
  [0, "PUBLISH, rien d'autre", 1],
  [0, "PUBLISH, without any acknowledgement", 1],
  [0, "client → broker : PUBLISH, broker → abonné : PUBLISH", 1],
  [0, "Received PUBLISH from me (d0, q0, r0, m0, 'tp/me', ... (3 bytes))", 1],
  [0, "PUBLISH, PUBACK", 0],
  [0, "PUBLISH, PUBREC, PUBREL, PUBCOMP", 0],
  [0, "PUBLISH, PUBLISH", "teacher"],
  [0, "pas de PUBLISH", "teacher"],
  [0, "Aucun paquet", "teacher"],
  [0, "PUBLISH, pas de PUBACK, PUBREC", "teacher"],
];

describe("a sequence of packets", () => {
  it.each(MARKED)("QoS %i: %j earns %s", (qos, text, expected) => {
    expect(outcome(judged(qos, text))).toBe(expected);
  });

  it("names what looks like a packet and is none, and where", () => {
    const { tells } = judged(2, "PUBLISH\nPUBREQ\nPUBREL, PUBCOM");
    expect(said(tells)).toContain("ligne 13 : « PUBREQ » n’est pas un paquet MQTT");
    expect(said(tells)).toContain("line 14: “PUBCOM” is not an MQTT packet");
  });

  it.each(MARKED)("QoS %i: %j tells nothing of the key", (qos, text) => {
    const { tells } = judged(qos, text);
    const key = CONTEXT.truth.facts[`packets 2.4-qos${qos} publisher`] ?? [];
    const named = key.filter((packet) => said(tells).includes(String(packet)));
    expect(named.filter((packet) => !readIn(text).includes(String(packet)))).toEqual([]);
  });

  it("tells the teacher the key where an answer is wrong", () => {
    expect(said(judged(2, "PUBLISH, PUBACK").reasons)).toContain("PUBLISH, PUBREC, PUBREL, PUBCOMP");
  });

  it("is the teacher's where no truth was recorded", () => {
    const truth = { fact: "packets", exercise: "2.4-qos9", role: "publisher" } as const;
    const other = { ...question(2), truth };
    expect(outcome(judgeSequence(answering("PUBLISH"), other, CONTEXT))).toBe("teacher");
  });

  it.each(HOSTILE)("stands %s", (_, text) => {
    expect(outcome(judged(2, text))).not.toBe(1);
  });
});

/** Packets that a student has named, by whatever name. */
function readIn(text: string): string {
  const numbers: Readonly<Record<string, string>> = {
    3: "PUBLISH",
    4: "PUBACK",
    5: "PUBREC",
    6: "PUBREL",
    7: "PUBCOMP",
  };
  return text.toUpperCase() + text.replace(/\d/g, (digit) => numbers[digit] ?? "");
}

import type { QuestionOf } from "../question";
import { judgeValue } from "./value";
import { answering, COMMON, CONTEXT, HOSTILE, outcome, said, type Expected } from "./testing/judge";

const COUNTS: QuestionOf<"value"> = {
  ...COMMON,
  id: "2.5-count",
  kind: "value",
  reads: "numbers",
  truth: {
    fact: "counts",
    of: ["2.4-qos0", "2.4-qos1", "2.4-qos2"].map((exercise) => ({ exercise, role: "publisher" })),
  },
};

/** It names the notion: a version. */
const WHICH = {
  en: "Which version of MQTT does it stand for? Write “never” if it cannot appear there.",
  fr: "Quelle version de MQTT désigne-t-il ? Écrivez « jamais » si cette valeur ne peut pas y figurer.",
};
/** It does not. */
const MEANING = { en: "What does it mean?", fr: "Que signifie-t-il ?" };

function version(p: number, asks = WHICH): QuestionOf<"value"> {
  const truth = { fact: "version", exercise: "3-connect-parameters", p } as const;
  return { ...COMMON, asks, id: `3-p${p}`, kind: "value", reads: "version", truth };
}

const third = 0.33;
const NUMBERS: readonly (readonly [text: string, expected: Expected])[] = [
  ["1, 2, 4", 1],
  ["1,2,4", 1],
  ["1 puis 2 puis 4", 1],
  ["1 / 2 / 4", 1],
  ["QoS 0 : 1, QoS 1 : 2, QoS 2 : 4", 1],
  ["QoS0=1 QoS1=2 QoS2=4", 1],
  ["- QoS 0 : 1 paquet\n- QoS 1 : 2 paquets\n- QoS 2 : 4 paquets", 1],
  ["QoS 2 : 4, QoS 1 : 2, QoS 0 : 1", 1],
  ["1 paquet pour QoS 0, 2 pour QoS 1 et 4 pour QoS 2", 1],
  ["1 (QoS 0), 2 (QoS 1), 4 (QoS 2)", 1],
  ["un, deux, quatre", 1],
  ["One, two and four.", 1],
  ["0 → 1, 1 → 2, 2 → 4", 1],
  ["1. 1\n2. 2\n3. 4", 1],
  ["QoS 0 : 1 (PUBLISH), QoS 1 : 2 (PUBLISH, PUBACK), QoS 2 : 4 (PUBLISH, PUBREC, PUBREL, PUBCOMP)", 1],
  ["1, 2, 3", 2 * third + 0.01],
  ["1, 2, 2", 2 * third + 0.01],
  ["QoS 1 : 2, QoS 2 : 4", 2 * third + 0.01],
  ["4, 2, 1", third],
  ["QoS 0 : 4, QoS 1 : 2, QoS 2 : 1", third],
  ["0, 1, 3", 0],
  ["2, 4, 8", 0],
  ["aucune idée", 0],
  ["1, 2", "ungradable"],
  ["1, 2, 3, 4", "ungradable"],
  ["...", "ungradable"],
  ["1, 2 ou 3, 4", "teacher"],
  ["1, 2, pas 4", "teacher"],
  ["QoS 0 : 1, QoS 1 : 2 à 4, QoS 2 : 4", "teacher"],
  ["QoS 1 : 2, QoS 1 : 4, QoS 2 : 4", "teacher"],
  ["1.5, 2, 4", "teacher"],
  ["de plus en plus", "teacher"],
  ["plus de 1, 2, 4", "teacher"],
  ["1 2 4 ou 1 2 3", "teacher"],
  ["QoS 0, QoS 1, QoS 2 : 1, 2, 4", "teacher"],
  ["1, 2, 4 sauf si le réseau perd un paquet", "teacher"],
];

const VERSIONS: readonly (readonly [p: number, text: string, expected: Expected])[] = [
  [2, "MQTT 3.1.1", 1],
  [2, "v3.1.1", 1],
  [2, "3.1.1", 1],
  [2, "3,1,1", 1],
  [2, "La version 3.1.1 du protocole MQTT.", 1],
  [2, "mqttv311", 1],
  [2, "p2 = MQTT 3.1.1", 1],
  [2, "p1 = 3.1, p2 = 3.1.1", 1],
  [2, "It is MQTT version 3.1.1", 1],
  [2, "MQTT version 3.1.1 (protocol level 4)", 1],
  [2, "MQTT version 3.1.1 (protocol level 5)", "teacher"],
  [2, "3.1.1 ou supérieur", "teacher"],
  [2, "ce n'est pas MQTT 3.1.1", "teacher"],
  [2, "3.1.1 n'existe pas", "teacher"],
  [2, "MQTT 3.1", 0],
  [2, "version 5", 0],
  [2, "MQTT 2", 0],
  [2, "jamais", 0],
  [2, "QoS 2", 0],
  [2, "la priorité", 0],
  [2, "le port 1883", 0],
  [2, "p1 = 3.1.1, p2 = 5", 0],
  [2, "je sais pas", 0],
  [2, "3.1 ou 3.1.1", "teacher"],
  [2, "3.1 3.1.1", "teacher"],
  [2, "pas 3.1 mais 3.1.1", "teacher"],
  [2, "MQTT v4", "teacher"],
  [2, "le niveau de protocole 4", "teacher"],
  [2, "MQTT v3", "teacher"],
  [2, "3.11", "teacher"],
  [2, "tout ce qui précède 3.1.1", "teacher"],
  [2, "une version du protocole", "ungradable"],
  [1, "3.1", 1],
  [1, "MQTT 3.1", 1],
  [1, "mqttv31", 1],
  [1, "3.1.0", 1],
  [1, "3.1.1", 0],
  [1, "5.0", 0],
  [0, "jamais", 1],
  [0, "Jamais !", 1],
  [0, "never", 1],
  [0, "n'existe pas", 1],
  [0, "Cette valeur n’apparaît jamais.", 1],
  [0, "aucune version", 1],
  [0, "invalid, it never appears", 1],
  [0, "not used", 1],
  [0, "jamais (p1 = 3.1)", 1],
  [0, "impossible", 1],
  [0, "presque jamais", "teacher"],
  [0, "aucune différence", "teacher"],
  [0, "pas invalide", "teacher"],
  [0, "MQTT 3.0", 0],
  [0, "3.1", 0],
  [0, "version 3.1 du protocole", 0],
  [0, "aucune idée", 0],
  [0, "QoS 0", 0],
  [0, "jamais, ou alors 3.1", "teacher"],
  [0, "elle apparaît parfois", "teacher"],
  [0, "pas jamais", "teacher"],
];

/** Where the question does not say that it is a version, that is worth half (marking guide of 3-p). */
const MEANINGS: readonly (readonly [p: number, text: string, expected: Expected])[] = [
  [2, "la version du protocole", 0.5],
  [2, "The version of the protocol that the client speaks", 0.5],
  [2, "version 5 du protocole", 0.5],
  [2, "version 3.1.1 du protocole", 1],
  [2, "MQTT 5", 0],
  [2, "jamais", 0],
  [0, "version 3.1 du protocole", 0.5],
  [0, "la version du protocole", 0.5],
  [0, "jamais", 1],
  [2, "la version du protocole, ou la priorité", "teacher"],
];

describe("numbers", () => {
  it.each(NUMBERS)("%j earns %s", (text, expected) => {
    expect(outcome(judgeValue(answering(text), COUNTS, CONTEXT))).toBe(expected);
  });

  it("says how many are asked for, and how many were read", () => {
    const { tells } = judgeValue(answering("1, 2"), COUNTS, CONTEXT);
    expect(said(tells)).toMatch(/3 nombres sont attendus, 2 ont été lus/);
  });

  it.each(HOSTILE)("stand %s", (_, text) => {
    expect(outcome(judgeValue(answering(text), COUNTS, CONTEXT))).not.toBe(1);
  });
});

describe("a version", () => {
  it.each(VERSIONS)("of p%i: %j earns %s", (p, text, expected) => {
    expect(outcome(judgeValue(answering(text), version(p), CONTEXT))).toBe(expected);
  });

  it.each(MEANINGS)("of p%i, unasked: %j earns %s", (p, text, expected) => {
    expect(outcome(judgeValue(answering(text), version(p, MEANING), CONTEXT))).toBe(expected);
  });

  it.each(VERSIONS)("of p%i: %j is told nothing of the key", (p, text) => {
    const tells = said(judgeValue(answering(text), version(p), CONTEXT).tells);
    const [key = "never"] = CONTEXT.truth.facts[`version 3-connect-parameters p${p}`] ?? [];
    expect(text.includes(String(key)) || !tells.includes(String(key))).toBe(true);
  });

  it.each(HOSTILE)("stands %s", (_, text) => {
    expect(outcome(judgeValue(answering(text), version(2), CONTEXT))).not.toBe(1);
  });
});

/** A class for measuring: sheets put together from marked answers and log lines, the same for the same number of students. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SheetQuestion } from "../../../src/judge/answers/question";
import { sheetQuestions } from "../../../src/judge/answers/questions/questions";
import type { Lang } from "../../../src/words/text";

const ANSWERS = join(__dirname, "../../../fixtures/answers/visible.jsonl");
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  sequence: ["PUBLISH, PUBREC, PUBREL, PUBCOMP", "PUBLISH -> PUBACK", "PUBLISH", "1. PUBLISH 2. PUBACK"],
  value: ["1, 2, 4", "MQTT 3.1.1", "5", "3.1"],
  filter: ["maison/+/temperature", "maison/#", "mosquitto_sub -h broker -t 'maison/salon/#'", "house/+/+"],
  commands: ["mosquitto_sub -t 'maison/+/temperature'", "mosquitto_sub -t 'maison/#' -v"],
};

interface Marked {
  readonly q: string;
  readonly lang: Lang;
  readonly text: string;
}

/**
 * Writes a sheet a student into a folder, every question answered.
 *
 * @param different no two answers in sentences are the same: each ends with a word of its own
 */
export function makeClass(folder: string, students: number, different: boolean): void {
  const answers = readFileSync(ANSWERS, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Marked);
  const questions = sheetQuestions();
  mkdirSync(folder, { recursive: true });
  for (let n = 0; n < students; n++) {
    const name = `student-${String(n).padStart(5, "0")}`;
    writeFileSync(join(folder, `${name}.yaml`), sheetOf(name, numbers(n), questions, answers, different));
  }
}

type Random = (below: number) => number;

/** Numbers that look drawn by lot and are not (a linear congruential generator). */
function numbers(seed: number): Random {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function sheetOf(
  name: string,
  random: Random,
  questions: readonly SheetQuestion[],
  answers: readonly Marked[],
  different: boolean,
): string {
  const lang = random(3) === 0 ? "en" : "fr";
  const entries = questions.map((question) => {
    const parts = partsOf(question, name, random, answers, lang, different);
    const blocks = Object.entries(parts).map(([part, text]) => `  ${part}: |\n${indented(text)}\n`);
    return `${question.id}:\n${blocks.join("")}`;
  });
  return `sheet: 1\nlang: ${lang}\nname: ${name}\nnumber: ${name.slice(-5)}\nclients: ${name}\n\n${entries.join("\n")}`;
}

function indented(text: string): string {
  return text.replace(/^/gm, "    ");
}

function partsOf(
  question: SheetQuestion,
  name: string,
  random: Random,
  answers: readonly Marked[],
  lang: Lang,
  different: boolean,
): Readonly<Record<string, string>> {
  const { kind } = question;
  const one = (from: readonly string[]) => from[random(from.length)] ?? "";
  if (kind === "excerpt") return { excerpt: excerptOf(name, random) };
  if (kind === "commands") return { commands: one(OTHERS.commands ?? []) };
  if (kind !== "prose") return { answer: one(OTHERS[kind] ?? [""]) };
  const own = answers.filter(({ q, lang: its }) => q === question.rubric && its === lang);
  const places = (question.places ?? []).map((place) => [
    place,
    place === "excerpt" ? excerptOf(name, random) : one(OTHERS.commands ?? []),
  ]);
  return {
    answer: one(own.map(({ text }) => text)) + (different ? ` (${name})` : ""),
    ...(Object.fromEntries(places) as Record<string, string>),
  };
}

/** A connection with publications at the three levels, as a broker logs it. */
function excerptOf(client: string, random: Random): string {
  const second = 1_795_922_365 + random(100_000);
  const id = 1 + random(60_000);
  const publish = (way: string, qos: number) =>
    `${way} PUBLISH ${way === "Received" ? "from" : "to"} ${client} (d0, q${qos}, r0, m${qos === 0 ? 0 : id + qos}, 'maison/salon/temperature', ... (${4 + random(9)} bytes))`;
  const lines = [
    `New connection from 172.17.0.1:${30000 + random(30000)} on port 1883.`,
    `New client connected from 172.17.0.1:35752 as ${client} (p2, c1, k60).`,
    "No will message specified.",
    `Sending CONNACK to ${client} (0, 0)`,
    `Received SUBSCRIBE from ${client}`,
    "\tmaison/salon/# (QoS 0)",
    `${client} 0 maison/salon/#`,
    `Sending SUBACK to ${client}`,
    publish("Received", 0),
    publish("Received", 1),
    `Sending PUBACK to ${client} (m${id + 1}, rc0)`,
    publish("Received", 2),
    `Sending PUBREC to ${client} (m${id + 2}, rc0)`,
    `Received PUBREL from ${client} (Mid: ${id + 2})`,
    `Sending PUBCOMP to ${client} (m${id + 2})`,
    `Received PINGREQ from ${client}`,
    `Sending PINGRESP to ${client}`,
    `Received DISCONNECT from ${client}`,
    `Client ${client} disconnected.`,
  ];
  return lines.map((line, i) => `${second + (i >> 2)}: ${line}`).join("\n");
}

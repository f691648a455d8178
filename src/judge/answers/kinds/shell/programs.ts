/** Which client a command starts. */
import { SYNTAXES, type Syntax } from "./options";
import type { Word } from "./words";

export interface Program {
  readonly action: "subscribe" | "publish" | "other";
  readonly syntax: Syntax;
  /** Index of the first word behind it. */
  readonly next: number;
}

/** Commands that start another. */
const WRAPPERS = new Set("sudo time timeout nohup winpty docker podman npx env stdbuf".split(" "));
const MOSQUITTO = /(?:^|[\\/:])mosquitto_(sub|pub)(?:\.exe)?$/i;
const SCRIPT = /(?:^|[\\/])ClientMQTT_(\w+)\.py$/i;
const PYTHON = /(?:^|[\\/])(?:python[\d.]*|py)(?:\.exe)?$/i;
const OWN = /(?:^|[\\/])tp-mqtt(?:\.js)?$/;
const ASSIGNMENT = /^[A-Za-z_]\w*=/;

/** Whether a text speaks of such a program at all. */
export const CLIENT_NAMED =
  /mosquitto_(?:sub|pub)|ClientMQTT_\w+\.py|\btp-mqtt\b|\.(?:subscribe|publish)\s*\(/i;

/** @returns nothing where the command starts no client that is known */
export function programOf(words: readonly Word[]): Program | undefined {
  const first = words.findIndex(({ text }) => !ASSIGNMENT.test(text));
  const name = words[first]?.text ?? "";
  const start = WRAPPERS.has(name) ? words.findIndex(({ text }, i) => i > first && isClient(text)) : first;
  return start < 0 ? undefined : startedAt(words, start);
}

function isClient(text: string): boolean {
  return [MOSQUITTO, SCRIPT, PYTHON, OWN].some((pattern) => pattern.test(text));
}

function startedAt(words: readonly Word[], at: number): Program | undefined {
  const { text = "" } = words[at] ?? {};
  const mosquitto = MOSQUITTO.exec(text)?.[1];
  if (mosquitto !== undefined)
    return { action: actionOf(mosquitto), syntax: SYNTAXES.mosquitto, next: at + 1 };
  if (PYTHON.test(text) || text === "node") {
    const script = words.findIndex((word, i) => i > at && (SCRIPT.test(word.text) || OWN.test(word.text)));
    return script === -1 ? undefined : startedAt(words, script);
  }
  const script = SCRIPT.exec(text)?.[1];
  if (script !== undefined) return { action: actionOf(script), syntax: SYNTAXES.script, next: at + 1 };
  if (!OWN.test(text) || words[at + 1]?.text !== "client") return undefined;
  return { action: actionOf(words[at + 2]?.text ?? ""), syntax: SYNTAXES.own, next: at + 3 };
}

/** The sheet's other clients (QoS, Ping, TLS) take a topic, and no filter. */
function actionOf(name: string): Program["action"] {
  const action = { sub: "subscribe", pub: "publish" } as const;
  const lower = name.toLowerCase();
  return lower === "sub" || lower === "pub" ? action[lower] : "other";
}

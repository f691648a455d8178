/** The clients that an answer starts, line by line, and what of it is not understood. */
import type { Text } from "../../../../words/text";
import type { Written } from "../../answer";
import { quoted } from "../judged";
import { argumentsOf, type Trouble } from "./arguments";
import { callsIn } from "./calls";
import { linesOf, type Line } from "./lines";
import { CLIENT_NAMED, programOf } from "./programs";
import { commandsOf, type Command } from "./words";

export interface Client {
  readonly line: number;
  readonly action: "subscribe" | "publish";
  readonly topics: readonly string[];
  readonly filtered: boolean;
}

export interface LineTrouble extends Trouble {
  readonly line: number;
}

export interface Clients {
  readonly clients: readonly Client[];
  readonly troubles: readonly LineTrouble[];
}

/** @param isOutput whether a line is what a client printed, and no command */
export function clientsIn(written: Written, isOutput: (line: string) => boolean): Clients {
  const read = linesOf(written)
    .filter(({ text }) => !isOutput(text))
    .map(readLine);
  return {
    clients: read.flatMap(({ clients }) => clients),
    troubles: read.flatMap(({ troubles }) => troubles),
  };
}

function readLine(line: Line): Clients {
  const calls = callsIn(line.text);
  if (calls.length > 0) {
    const clients = calls.map((call) => ({ line: line.line, filtered: false, ...call }));
    return clients.every(({ topics }) => topics.length > 0)
      ? { clients, troubles: [] }
      : { clients: [], troubles: [{ line: line.line, kind: "broken", what: VARIABLE }] };
  }
  if (line.text.startsWith("#")) return { clients: [], troubles: [] };
  if (!CLIENT_NAMED.test(line.text)) return unknownLine(line);
  const commands = commandsOf(line);
  if (commands === undefined)
    return { clients: [], troubles: [{ line: line.line, kind: "broken", what: OPEN_QUOTE }] };
  const read = commands.map((command) => readCommand(command, line));
  return {
    clients: read.flatMap(({ clients }) => clients),
    troubles: read.flatMap(({ troubles }) => troubles),
  };
}

/** Commands beside a client on one line (`tee`, `echo`, `sleep`) only serve it. */
function readCommand(command: Command, { line }: Line): Clients {
  const program = programOf(command.words);
  if (program === undefined) {
    const names = command.words.some(({ text }) => CLIENT_NAMED.test(text));
    return names ? unknownLine({ line, text: command.words.map(({ text }) => text).join(" ") }) : NOTHING;
  }
  if (program.action === "other") return NOTHING;
  const found = argumentsOf(command, program);
  if ("what" in found) return { clients: [], troubles: [{ line, ...found }] };
  return { clients: [{ line, action: program.action, ...found }], troubles: [] };
}

const NOTHING: Clients = { clients: [], troubles: [] };

function unknownLine({ line, text }: Pick<Line, "line" | "text">): Clients {
  const isCommand = /\s-/.test(text);
  const shown = quoted(isCommand ? (text.split(/\s/)[0] ?? text) : text);
  const what: Text = {
    en: `${shown.en} is no command of an MQTT client that is known here (mosquitto_sub, mosquitto_pub, tp-mqtt client, ClientMQTT_Sub.py, ClientMQTT_Pub.py)`,
    fr: `${shown.fr} n’est pas une commande d’un client MQTT connu ici (mosquitto_sub, mosquitto_pub, tp-mqtt client, ClientMQTT_Sub.py, ClientMQTT_Pub.py)`,
  };
  return { clients: [], troubles: [{ line, kind: "unknown", what }] };
}

const OPEN_QUOTE: Text = {
  en: "a quotation mark is opened and not closed",
  fr: "un guillemet est ouvert et n’est pas fermé",
};
const VARIABLE: Text = {
  en: "the topic of the call is no plain text between quotation marks",
  fr: "le topic de l’appel n’est pas un simple texte entre guillemets",
};

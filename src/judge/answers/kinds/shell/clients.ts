/** The clients that an answer starts, line by line, and what of it is not understood. */
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
  /** A wildcard could be in what was not understood. */
  readonly wild: boolean;
}

export interface Clients {
  readonly clients: readonly Client[];
  readonly troubles: readonly LineTrouble[];
}

/** @param isOutput whether a line is what a client printed, and no command */
export function clientsIn(written: Written, isOutput: (line: string) => boolean): Clients {
  const lines = linesOf(written).filter(({ text }) => !isOutput(text));
  return together(lines.map(readLine));
}

function together(read: readonly Clients[]): Clients {
  return {
    clients: read.flatMap(({ clients }) => clients),
    troubles: read.flatMap(({ troubles }) => troubles),
  };
}

function readLine(line: Line): Clients {
  const calls = callsIn(line.text);
  if (calls.some(({ topics }) => topics.length === 0)) return trouble(line, VARIABLE);
  if (calls.length > 0)
    return { clients: calls.map((call) => ({ line: line.line, filtered: false, ...call })), troubles: [] };
  if (line.text.startsWith("#")) return NOTHING;
  if (!CLIENT_NAMED.test(line.text)) return trouble(line, unknownCommand(line.text));
  const commands = commandsOf(line);
  if (commands === undefined) return trouble(line, OPEN_QUOTE);
  return together(commands.map((command) => readCommand(command, line)));
}

/** Commands beside a client on one line (`tee`, `echo`, `sleep`) only serve it. */
function readCommand(command: Command, line: Line): Clients {
  const program = programOf(command.words);
  if (program === undefined) {
    const namesClient = command.words.some(({ text }) => CLIENT_NAMED.test(text));
    return namesClient ? trouble(line, unknownCommand(line.text)) : NOTHING;
  }
  if (program.action === "other") return NOTHING;
  const found = argumentsOf(command, program);
  if ("what" in found) return trouble(line, found);
  return { clients: [{ line: line.line, action: program.action, ...found }], troubles: [] };
}

const NOTHING: Clients = { clients: [], troubles: [] };

function trouble({ line, text }: Line, what: Trouble): Clients {
  return { clients: [], troubles: [{ line, wild: /[+#$`{]/.test(text), ...what }] };
}

function unknownCommand(text: string): Trouble {
  const isCommand = /\s-/.test(text);
  const shown = quoted(isCommand ? (text.split(/\s/)[0] ?? text) : text);
  return {
    kind: "unknown",
    what: {
      en: `${shown.en} is no command of an MQTT client that is known here (mosquitto_sub, mosquitto_pub, tp-mqtt client, ClientMQTT_Sub.py, ClientMQTT_Pub.py)`,
      fr: `${shown.fr} n’est pas une commande d’un client MQTT connu ici (mosquitto_sub, mosquitto_pub, tp-mqtt client, ClientMQTT_Sub.py, ClientMQTT_Pub.py)`,
    },
  };
}

const OPEN_QUOTE: Trouble = {
  kind: "broken",
  what: {
    en: "a quotation mark is opened and not closed",
    fr: "un guillemet est ouvert et n’est pas fermé",
  },
};
const VARIABLE: Trouble = {
  kind: "broken",
  what: {
    en: "the topic of the call is no plain text between quotation marks",
    fr: "le topic de l’appel n’est pas un simple texte entre guillemets",
  },
};

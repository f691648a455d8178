/**
 * What an answer says of its own case by name: clients, topics, packet identifiers. Only what is plainly a name is taken for
 * one, since answers give examples too.
 */

export interface Mentions {
  readonly clients: readonly string[];
  readonly topics: readonly string[];
  readonly packetIds: readonly number[];
}

/** Longer answers are read up to here. */
const READ_AT_MOST = 6000;

/** A client in the words of the log. */
const CLIENT = /\b(?:Received|Sending) [A-Z]{4,11} (?:from|to) ([^\s(),;:«»"“”]{1,80})/g;
/** A topic in the words of the log, or between quotation marks behind the word. */
const TOPICS = [
  /'([^'\n]{1,200})', ?(?:\.{3}|…)/g,
  /\btopic\s+(?:«\s*|["“'‘])([^«»"“”'‘’\n]{1,200}?)\s*[»"”'’]/gi,
];
const PACKET_IDS = [
  /\bm(\d{1,5})\b/g,
  /\bMid: ?(\d{1,5})\b/g,
  /\b(?:packet identifier|identifiant de paquet)\s*(?:=|:|is|est|n°)?\s*(\d{1,5})\b/gi,
];

/** @param declared client identifiers that the student gives: they are names wherever they stand */
export function mentionsIn(text: string, declared: readonly string[]): Mentions {
  const read = text.slice(0, READ_AT_MOST);
  const words = new Set(read.split(/[\s(),;:«»"“”']+|\.(?=\s|$)/));
  const topics = TOPICS.flatMap((form) => found(form, read));
  return {
    clients: [
      ...found(CLIENT, read),
      ...declared.map((name) => name.trim()).filter((name) => words.has(name)),
    ],
    topics: topics.filter((topic) => !/[+#]/.test(topic)),
    packetIds: PACKET_IDS.flatMap((form) => found(form, read))
      .map(Number)
      .filter((id) => id > 0),
  };
}

function found(form: RegExp, text: string): string[] {
  return [...text.matchAll(form)].flatMap(([, name = ""]) => (name === "" ? [] : [name]));
}

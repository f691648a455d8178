/** `tp-mqtt client qos --help`. */
import type { Lang } from "../words/text";
import { wordsOf } from "../words/words";
import { CLIENTS, type Kind } from "./kinds";
import { fill } from "./problem";

const INDENT = 20;

export function usage(kind: Kind, program: string, lang: Lang): string {
  const { client } = wordsOf(lang);
  const { port, keepAlive: keepalive, options } = CLIENTS[kind];
  const lines = Object.entries(options).map(([name, option]) => {
    const what = option.words === "count" ? client[kind].count : client.options[option.words];
    return `  --${name} ${option.value ?? ""}`.padEnd(INDENT) + fill(what, { port, keepalive });
  });
  return [
    fill(client.common.usage, { program }),
    `  ${client[kind].purpose}`,
    "",
    ...lines,
    "",
    client.common.exit,
    "",
  ].join("\n");
}

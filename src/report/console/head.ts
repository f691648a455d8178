/** First lines of the screen: which broker was judged, and where its log came from. */
import { wordsOf } from "../../words/words";
import type { Report } from "../report";
import { columns, padEnd, wrap } from "../text/layout";
import { printable } from "../text/printable";
import type { Paint } from "./paint";

export function head({ results, lang }: Report, paint: Paint, width: number): string[] {
  const words = wordsOf(lang).report;
  const { tool, target } = results;
  const title = `${paint.bold(`${tool.name} ${tool.version}`)}  ${paint.dim(words.run(when(results.startedAt)))}`;
  const rows: [string, string][] = [
    [words.broker, brokerName(results.target, words.versionUnknown)],
    [words.log, logName(target.logSource, words)],
    [words.why, target.why],
  ];
  return [title, "", ...labelled(rows, paint, width)];
}

/** `label  text` with the texts below one another. */
export function labelled(
  rows: readonly (readonly [string, string])[],
  paint: Paint,
  width: number,
): string[] {
  const indent = Math.max(...rows.map(([label]) => columns(label))) + 4;
  return rows.map(([label, text]) => {
    const lead = padEnd(`  ${label}`, indent);
    return paint.dim(lead) + wrap(printable(text), width, " ".repeat(indent));
  });
}

/** `native · mosquitto 2.0.11 · 127.0.0.1:1883` */
export function brokerName(target: Report["results"]["target"], unknown: string): string {
  const software = target.kind === "embedded" ? "aedes" : "mosquitto";
  const version = target.version === undefined ? unknown : `${software} ${target.version}`;
  return [target.kind, version, target.address].join(" · ");
}

export function logName(
  source: string,
  words: { readonly noLog: string; readonly narratedLog: string },
): string {
  if (source === "none") return words.noLog;
  return source === "narrator" ? words.narratedLog : source;
}

/** `2026-11-23 09:10 UTC`: the same for every reader of one report. */
function when(startedAt: string): string {
  return `${startedAt.slice(0, 10)} ${startedAt.slice(11, 16)} UTC`;
}

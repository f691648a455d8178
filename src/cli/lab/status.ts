/** `tp-mqtt lab status`. */
import { status, type Answer, type LabStatus, type PartStatus } from "../../lab/status";
import { printable } from "../../report/text/printable";
import { inLang, type Lang, type Text } from "../../words/text";
import { wordsOf, type Words } from "../../words/words";
import { DEFAULT_FOLDER } from "./flags";
import type { LabInvocation } from "./lab";
import { table } from "./table";

const NO_LAB = 2;
const NAMES_SHOWN = 20;

/** @returns 0 when a student could work, 1 when not, 2 when there is no lab */
export async function labStatus({ given, lang, stdout, stderr }: LabInvocation): Promise<number> {
  const folder = given.get("dir")?.at(-1) ?? DEFAULT_FOLDER;
  const found = await status(folder);
  if (found === undefined) {
    stderr.write(`tp-mqtt: ${wordsOf(lang).cli.lab.none(folder)}\n`);
    return NO_LAB;
  }
  stdout.write(report(found, wordsOf(lang).cli.lab, lang));
  return found.well ? 0 : 1;
}

function report(found: LabStatus, words: Words["cli"]["lab"], lang: Lang): string {
  const { labels } = words;
  const { address, mqttPort, tlsPort, sshPort } = found.settings;
  const marked = (answer: Answer<unknown>, text: string) =>
    "value" in answer ? `✔ ${text}` : `✘ ${text} ${reason(answer.trouble, lang)}`;
  const rows = [
    [labels.broker, part(found.broker, version(found.mqtt), words, lang)],
    [labels.mqtt, marked(found.mqtt, `${address}:${mqttPort}`)],
    [labels.tls, marked(found.tls, `${address}:${tlsPort}, ${words.validTo(day(found.validTo, lang))}`)],
    [labels.ssh, part(found.ssh, found.sshSoftware, words, lang)],
    [labels.log, marked(found.line, `${address}:${sshPort}${flow(found.line, words)}`)],
    [labels.sessions, String(found.sessions)],
    [labels.clients, clients(found.clients, words)],
    [labels.kept, found.logBytes === undefined ? "?" : size(found.logBytes, lang)],
  ] as const;
  return `${words.lab(found.settings.name)}\n\n${table(rows)}\n${found.well ? words.well : words.unwell}\n`;
}

function part(
  found: PartStatus | undefined,
  software: string | undefined,
  words: Words["cli"]["lab"],
  lang: Lang,
): string {
  if (found === undefined) return `✘ ${words.missing}`;
  const { state, since, image } = found;
  if (state !== "running") return `✘ ${words.state(state)} (${image})`;
  return `✔ ${printable(software ?? "?")} · ${words.since(time(since, lang))} · ${image}`;
}

/** `mosquitto 2.1.2`, of the broker's own `mosquitto version 2.1.2`. */
function version(answer: Answer<string | undefined>): string | undefined {
  return "value" in answer ? answer.value?.replace(" version ", " ") : undefined;
}

function flow(answer: Answer<number>, words: Words["cli"]["lab"]): string {
  return "value" in answer ? `, ${words.delay(Math.round(answer.value))}` : "";
}

function clients(names: readonly string[], words: Words["cli"]["lab"]): string {
  if (names.length === 0) return "0";
  const shown = names.slice(0, NAMES_SHOWN).map(printable).join(", ");
  const more = names.length - NAMES_SHOWN;
  return `${names.length}${words.colon}${shown}${more > 0 ? ` ${words.andMore(more)}` : ""}`;
}

function reason(trouble: unknown, lang: Lang): string {
  if (trouble instanceof Error && "text" in trouble) return `(${inLang(trouble.text as Text, lang)})`;
  return `(${printable(trouble instanceof Error ? trouble.message : String(trouble))})`;
}

function time(iso: string, lang: Lang): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: "short", timeStyle: "short" }).format(new Date(iso));
}

function day(iso: string, lang: Lang): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: "medium" }).format(new Date(iso));
}

function size(bytes: number, lang: Lang): string {
  const unit = bytes < 1e6 ? "kilobyte" : "megabyte";
  const format = new Intl.NumberFormat(lang, { style: "unit", unit, maximumFractionDigits: 1 });
  return format.format(bytes / (bytes < 1e6 ? 1e3 : 1e6));
}

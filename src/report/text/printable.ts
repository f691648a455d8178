/** Texts that come from brokers and students, made harmless for whoever shows them. */
import { stripVTControlCharacters } from "node:util";

/** C0, DEL, C1, and what reorders or hides text (bidirectional controls, zero width, line separators). */
const HIDDEN = /[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/gu;
/** Besides control characters, XML 1.0 has no lone surrogates and no U+FFFE, U+FFFF (production 2, Char). */
const NOT_XML = /[\p{Cs}\ufffe\uffff]/gu;

/** One line without terminal sequences; other control characters become visible: `\x07`, `\u202e`. */
export function printable(text: string): string {
  // Nearly every text is harmless, and a log has many.
  if (text.search(HIDDEN) === -1) return text;
  return stripVTControlCharacters(text).replace(HIDDEN, visible);
}

/** As `printable`, with line ends kept, and only characters that XML 1.0 allows. */
export function xmlText(text: string): string {
  return text
    .split("\n")
    .map((line) => printable(line).replace(NOT_XML, visible))
    .join("\n");
}

/** What JSON leaves as it is, of the hidden: it escapes by itself what stands below U+0020. */
const HIDDEN_IN_JSON = /[\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** The same JSON text with nothing hidden in it; whatever is to be escaped stands inside strings. */
export function visibleJson(json: string): string {
  return json.replace(HIDDEN_IN_JSON, escaped);
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** As `xmlText`, for a CDATA section, which must not hold its own end. */
export function cdataText(text: string): string {
  return xmlText(text).replaceAll("]]>", "]]\\x3e");
}

/** As `printable`, with nothing that Markdown or HTML gives a meaning to. */
export function markdown(text: string): string {
  return printable(text).replace(/[&<>]|[\\`*_[\]#!|~$]/g, (char) => ENTITIES[char] ?? `\\${char}`);
}

/** As `printable`, for the text of an HTML element, where Markdown has no say. */
export function html(text: string): string {
  return printable(text).replace(/[&<>]/g, (char) => ENTITIES[char] ?? char);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function visible(char: string): string {
  const code = char.charCodeAt(0);
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16)}`;
}

/**
 * Whether a text is XML 1.0: its characters (production 2), elements that close in their order, attributes in quotation
 * marks, references to the five entities and to characters, and nothing else: no declaration of a type, no instruction.
 */
import { must } from "../../checks";

const CHARACTERS = /^[\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const DECLARATION = /^<\?xml version="1\.0"[^?<>]*\?>/;
const REFERENCE = "&(?:amp|lt|gt|quot|apos|#\\d{1,7}|#x[\\da-fA-F]{1,6});";
/** A piece of a document: text, a section of characters, or a tag. */
const PIECE = new RegExp(
  [
    `(?<text>(?:[^<&\\]]|\\](?!\\]>)|${REFERENCE})+)`,
    "<!\\[CDATA\\[(?:[^\\]]|\\](?!\\]>))*\\]\\]>",
    "</(?<end>[A-Za-z_][\\w.-]*)\\s*>",
    `<(?<begin>[A-Za-z_][\\w.-]*)(?<attributes>(?:\\s+[A-Za-z_][\\w.:-]*="(?:[^<&"]|${REFERENCE})*")*)\\s*(?<empty>/?)>`,
  ].join("|"),
  "y",
);

export function mustBeXml(xml: string): void {
  must(CHARACTERS.test(xml), "a character that XML does not have");
  const [declaration = ""] = DECLARATION.exec(xml) ?? [];
  const open: string[] = [];
  let roots = 0;
  for (PIECE.lastIndex = declaration.length; PIECE.lastIndex < xml.length;) {
    const at = PIECE.lastIndex;
    const groups = PIECE.exec(xml)?.groups;
    must(groups !== undefined, `no XML at ${JSON.stringify(xml.slice(at, at + 80))}`);
    const { text, begin, end, empty, attributes = "" } = groups;
    if (open.length === 0 && text !== undefined) must(text.trim() === "", "text outside of the root");
    if (end !== undefined) must(open.pop() === end, `</${end}> closes nothing`);
    if (begin === undefined) continue;
    if (open.length === 0) roots += 1;
    const names = [...attributes.matchAll(/([\w.:-]+)="[^"]*"/g)].map(([, name]) => name);
    must(new Set(names).size === names.length, `<${begin}> has an attribute twice`);
    if (empty === "") open.push(begin);
  }
  must(open.length === 0 && roots === 1, "elements that are not closed, or several roots");
}

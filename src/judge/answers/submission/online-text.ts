/** The text that Moodle's editor turned into HTML, as it was typed. Nothing in it is executed, or shown as HTML. */

const LINE_END = /<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6]|\/pre)\b[^<>]{0,500}>/gi;
const TAG = /<[!/]?[a-z-][^<>]{0,2000}>/gi;
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  laquo: "«",
  raquo: "»",
  eacute: "é",
  egrave: "è",
  agrave: "à",
  rarr: "→",
  larr: "←",
};
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,10}));/gi;

export function onlineText(html: string): string {
  const text = html
    .replace(/\r?\n(?=<)/g, "")
    .replace(LINE_END, "\n")
    .replace(TAG, "");
  return text.replace(ENTITY, entity).replaceAll("\u00a0", " ");
}

function entity(whole: string, hex: string | undefined, decimal: string | undefined, name = ""): string {
  if (hex === undefined && decimal === undefined) return NAMED[name.toLowerCase()] ?? whole;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

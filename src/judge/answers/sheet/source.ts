/** The text of a sheet, from whatever an editor made of it. */

/** What windows-1252 has where Latin-1 has control characters, from 0x80. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Decodes UTF-8, UTF-16, and what is neither as windows-1252, in which old editors write accents. Never throws. */
export function sheetText(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Not by TextDecoder, which in some versions of Node takes windows-1252 for Latin-1.
    const latin = Buffer.from(bytes).toString("latin1");
    return latin.replace(/[\u0080-\u009f]/g, (control) => WINDOWS.charAt(control.charCodeAt(0) - 0x80));
  }
}

/** By the mark at the beginning, or by the zeros that ASCII has in two bytes. */
function wideEncoding([first, second, third, fourth]: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (second === 0 && fourth === 0 && first !== 0 && third !== 0) return "utf-16le";
  if (first === 0 && third === 0 && second !== 0 && fourth !== 0) return "utf-16be";
  return undefined;
}

/** Blanks that word processors put where a sheet needs ordinary ones. */
const ODD_BLANKS =
  /^[ \t\u00a0\u2000-\u200a\u202f\u3000]*[\u00a0\u2000-\u200a\u202f\u3000][ \t\u00a0\u2000-\u200a\u202f\u3000]*/gm;

/** One kind of line end, no mark at the beginning, nothing that is no character; lines and columns stay what they are. */
export function cleaned(source: string): string {
  const text = source.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  // Most sheets have nothing of the kind, and to look for it costs more than all the rest.
  const sound = /[\0\uD800-\uDFFF]/.test(text) ? text.replace(/[\0\p{Cs}]/gu, "\uFFFD") : text;
  return sound.replace(ODD_BLANKS, (blanks) => blanks.replace(/[^\t]/g, " "));
}

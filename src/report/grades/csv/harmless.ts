/** Texts of students in a table that a spreadsheet will open. */
import { printable } from "../../text/printable";

/**
 * What a spreadsheet takes for a formula, at the beginning of a cell or behind whatever it may take for the end of one:
 * also as a wide or small form of the sign, and behind spaces and quotation marks, which some of them drop.
 */
const FORMULA = /(^|[,;|])(?=[\s"'“”«»]*[=+\-@＝＋－＠﹦﹢﹣﹫])/gu;

/** One line with nothing hidden in it, and an apostrophe before what would be a formula. */
export function harmless(text: string): string {
  const line = printable(text.replace(/\p{Cs}/gu, "\ufffd")).replace(/^["'“”«»]*\\x0[9ad]/, "'$&");
  return line.replace(FORMULA, "$1'");
}

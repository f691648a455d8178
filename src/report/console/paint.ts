/** Colours of the terminal, or none. */
import type { Verdict } from "../../judge/results";

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36 } as const;
type Style = keyof typeof CODES;
export type Paint = Readonly<Record<Style, (text: string) => string>>;

const brush = (colour: boolean, style: Style) => (text: string) =>
  colour && text !== "" ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text;

export function paints(colour: boolean): Paint {
  return Object.fromEntries(
    Object.keys(CODES).map((style) => [style, brush(colour, style as Style)]),
  ) as Paint;
}

export const STYLES: Readonly<Record<Verdict, Style>> = {
  pass: "green",
  fail: "red",
  deviation: "yellow",
  inconclusive: "magenta",
  skipped: "dim",
};

/** Whether that stream shows colours: a terminal, unless https://no-color.org/ says otherwise. */
export function showsColours(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";
}

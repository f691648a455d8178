/** The colours of the pages, on white paper, on a bright and on a dark screen. Held to WCAG's contrast by a test. */

export const PALETTES = {
  light: {
    ground: "#ffffff",
    soft: "#f3f5f7",
    text: "#1b1f24",
    muted: "#555d66",
    line: "#cfd6dd",
    right: "#116329",
    partly: "#7a4b00",
    wrong: "#a8201a",
    teacher: "#0a4fb8",
  },
  dark: {
    ground: "#15181c",
    soft: "#1f242a",
    text: "#e7e9ec",
    muted: "#a9b1ba",
    line: "#3b434c",
    right: "#6fd08a",
    partly: "#e6b85c",
    wrong: "#ff9a91",
    teacher: "#9cc2ff",
  },
} as const;

type Palette = Readonly<Record<keyof (typeof PALETTES)["light"], string>>;

/** As custom properties: `--ground: #ffffff; …` */
export function propertiesOf(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(" ");
}

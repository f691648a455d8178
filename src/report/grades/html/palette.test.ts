import { PALETTES } from "./palette";

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [brighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (brighter + 0.05) / (darker + 0.05);
}

test.each(Object.entries(PALETTES))(
  "on a %s screen every text can be read on both grounds",
  (_name, palette) => {
    const { ground, soft, line: _line, ...texts } = palette;
    const pairs = Object.values(texts).flatMap((text) => [contrast(text, ground), contrast(text, soft)]);
    expect(Math.min(...pairs)).toBeGreaterThanOrEqual(5.5);
  },
);

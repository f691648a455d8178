/** How the points are spread: a column for each tenth of them, with the same in words for whoever does not see it. */
import type { Lang } from "../../../words/text";
import { wordsOf } from "../../../words/words";
import { markup, NOTHING, type Markup } from "../html/markup";
import { pointsIn } from "../points";
import type { ClassFigures } from "../statistics";

const [WIDTH, HEIGHT, TOP, BASE] = [400, 150, 16, 130];
const STEP = WIDTH / 10;

export function distribution({ tenths, max, waiting }: ClassFigures, lang: Lang): Markup {
  const words = wordsOf(lang).grades.classPage.distribution;
  const most = Math.max(...tenths);
  const edge = (i: number) => pointsIn(lang, (max * i) / 10);
  const said = tenths.flatMap((n, i) => (n === 0 ? [] : [words.range(edge(i), edge(i + 1), n)]));
  return markup`<figure>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="spread spread-said">
<title id="spread">${words.title}</title>
<desc id="spread-said">${said.join("; ")}</desc>
${tenths.map((n, i) => column(n, i, most))}<line class="axis" x1="0" x2="${WIDTH}" y1="${BASE}" y2="${BASE}"/>
${[0, 2, 4, 6, 8, 10].map((i) => label(i, edge(i)))}</svg>
<figcaption class="muted small">${words.title}${waiting > 0 ? ` ${words.waiting}` : ""}</figcaption>
</figure>
`;
}

function column(n: number, i: number, most: number): Markup {
  if (n === 0) return NOTHING;
  const height = Math.max(2, Math.round(((BASE - TOP) * n) / most));
  const [x, y] = [STEP * i, BASE - height];
  return markup`<rect class="column" x="${x + 3}" y="${y}" width="${STEP - 6}" height="${height}"/><text x="${x + STEP / 2}" y="${y - 4}">${n}</text>
`;
}

/** Those at the ends stay within the picture. */
function label(i: number, text: string): Markup {
  const x = Math.min(WIDTH - 12, Math.max(8, STEP * i));
  return markup`<text x="${x}" y="${HEIGHT - 6}">${text}</text>\n`;
}

import { STYLE } from "../html/style";

export const CLASS_STYLE = `${STYLE}main { max-width: 60rem; }
dl { display: flex; flex-wrap: wrap; gap: .4rem 2.2rem; margin: 1.2rem 0; }
dt { color: var(--muted); font-size: .875rem; } dd { margin: 0; font-size: 1.35rem; font-variant-numeric: tabular-nums; }
figure { margin: 1.2rem 0; max-width: 34rem; }
svg { display: block; width: 100%; } svg text { font-size: 11px; fill: var(--muted); text-anchor: middle; }
.column { fill: var(--teacher); } .axis { stroke: var(--line); }
.bar { height: .6rem; margin: .35rem 0 .2rem; } .bar rect { fill: currentColor; }
.bar .blank { color: var(--line); }
h3 .muted { font-weight: 400; } tbody td { white-space: nowrap; }
.questions ul { list-style: none; padding: 0; }
.questions { list-style: none; padding: 0; } .questions > li { padding: .8rem 0; border-bottom: 1px solid var(--line); }
.shares { display: flex; flex-wrap: wrap; gap: 0 1.1rem; }
details { padding: .4rem 0; border-bottom: 1px solid var(--line); } summary { cursor: pointer; font-weight: 600; }
.answers { list-style: none; padding: 0; } .answers > li { padding: .5rem 0 .8rem; }
@media print { li { break-inside: avoid; } }
`;

/** How the pages look: what those of students and of the class have in common. */
import { PALETTES, propertiesOf } from "./palette";

export const STYLE = `
:root { color-scheme: light dark; ${propertiesOf(PALETTES.light)} }
@media screen and (prefers-color-scheme: dark) { :root { ${propertiesOf(PALETTES.dark)} } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main { margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2.5rem 0 .6rem; }
h3 { font-size: 1rem; line-height: 1.4; margin: 0; }
p, ul, ol { margin: .3rem 0; }
ul, ol { padding-left: 1.3rem; }
a { color: var(--teacher); }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--teacher); outline-offset: 2px; }
.muted { color: var(--muted); }
.small { font-size: .875rem; }
.right { color: var(--right); } .partly { color: var(--partly); } .wrong { color: var(--wrong); }
.teacher { color: var(--teacher); } .ungradable { color: var(--partly); } .blank, .noted { color: var(--muted); }
.aloud { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
table { border-collapse: collapse; width: 100%; margin: 1.2rem 0; }
caption { text-align: left; color: var(--muted); font-size: .875rem; padding-bottom: .3rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--muted); font-weight: 600; font-size: .875rem; }
tbody th { font-weight: 600; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
pre, .said { margin: .4rem 0; padding: .1rem 0; padding-inline-start: .8rem; border-inline-start: 3px solid var(--line); white-space: pre-wrap; }
pre { font: .85rem/1.45 ui-monospace, "DejaVu Sans Mono", monospace; }
@media print { main { padding: 0; max-width: none; } a { color: inherit; text-decoration: none; } }
`;

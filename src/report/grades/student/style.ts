import { STYLE } from "../html/style";

export const STUDENT_STYLE = `${STYLE}main { max-width: 46rem; }
.total { font-size: 1.35rem; margin: .8rem 0 .2rem; }
.total strong { font-size: 1.7rem; }
tbody th { width: 6rem; }
.signs { display: flex; flex-wrap: wrap; gap: .1rem .75rem; }
.signs a { text-decoration: none; font-weight: 600; min-width: 1rem; }
article { padding: .9rem 0 .5rem; }
article + article { border-top: 1px solid var(--line); }
.outcome { font-weight: 600; margin: .2rem 0; }
.outcome .muted { font-weight: 400; }
.place { margin: .6rem 0 0; }
article:target h3 { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 4px; }
@media print { article { break-inside: avoid; } h2, h3 { break-after: avoid; } }
`;

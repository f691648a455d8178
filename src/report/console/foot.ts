/** Last lines of the screen, where the eye falls: counts, time, files, and the conclusion. */
import { VERDICTS } from "../../judge/results";
import { wordsOf } from "../../words/words";
import { captured, CAPTURES } from "../captures";
import { PHASES, type Report } from "../report";
import { conclusion } from "../text/conclusion";
import { columns } from "../text/layout";
import { flow } from "./flow";
import { seconds, tenths } from "../text/numbers";
import { labelled } from "./head";
import { MARKS } from "../marks";
import { STYLES, type Paint } from "./paint";
import { REPORT_FILES } from "../files";

/** What took less would be shown as 0.0. */
const SHOWN_MS = 50;

export function foot(report: Report, paint: Paint, width: number): string[] {
  const end = conclusion(report);
  const rows: [string, string][] = [...timeRow(report), ...filesRows(report)];
  return [
    "",
    ...counts(report, paint, width),
    ...labelled(rows, paint, width),
    "",
    paint.bold(paint[STYLES[end.verdict]](end.text)),
  ];
}

function counts({ results, lang }: Report, paint: Paint, width: number): string[] {
  const said = wordsOf(lang).report.counts;
  const cells = VERDICTS.filter((verdict) => results.summary[verdict] > 0).map((verdict) => {
    const text = `${MARKS[verdict]} ${said[verdict](results.summary[verdict])}`;
    return { text: paint[STYLES[verdict]](text), width: columns(text) };
  });
  return flow(cells, width - 2).map((line) => `  ${line}`);
}

/** Absent where a journal of an earlier run was judged: then nothing took time. */
function timeRow(report: Report): [string, string][] {
  return report.phases.play === undefined ? [] : [[wordsOf(report.lang).report.time, times(report)]];
}

/** Where the files are; and, where there are TLS secrets, how Wireshark decrypts a capture with them. */
function filesRows(report: Report): [string, string][] {
  const words = wordsOf(report.lang).report;
  const folder = report.folder.replace(/\/*$/, "/");
  const all = captured(report);
  const files = [...REPORT_FILES, ...(all.length > 0 ? [`${CAPTURES}/*.pcapng`] : [])];
  const decrypted = all.findLast(({ keys }) => keys === "beside");
  return [
    [words.reports, `${folder} (${files.join(", ")})`],
    ...(decrypted ? decryption(words.decrypt, `${folder}${CAPTURES}/${decrypted.id}`) : []),
  ];
}

/** A command that can be pasted into a shell; on two lines, since one would be longer than most terminals are wide. */
function decryption(label: string, capture: string): [string, string][] {
  const quote = (word: string) => (/^[\w./:~-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
  return [
    [label, `wireshark -o ${quote(`tls.keylog_file:${capture}.keys`)} \\`],
    ["", quote(`${capture}.pcapng`)],
  ];
}

/** `7.9 s = start 0.2 + probe 0.1 + …` */
function times({ phases, lang }: Report): string {
  const words = wordsOf(lang).report.phases;
  const known = PHASES.flatMap((phase) =>
    phases[phase] === undefined ? [] : [{ phase, ms: phases[phase] }],
  );
  const total = known.reduce((sum, { ms }) => sum + ms, 0);
  const parts = known
    .filter(({ ms }) => ms >= SHOWN_MS)
    .map(({ phase, ms }) => `${words[phase]}\u00a0${tenths(ms / 1000, lang)}`)
    .join(" + ");
  return `${seconds(total, lang)} = ${parts}`;
}

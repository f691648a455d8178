/** The screen at the end of a run: what was judged, what did not hold and why, in as few lines as that takes. */
import type { Report } from "../report";
import { findings } from "./findings";
import { foot } from "./foot";
import { grid } from "./grid";
import { head } from "./head";
import { measured } from "./measured";
import { observed } from "./observed";
import { paints } from "./paint";
import { skipped } from "./skipped";

export interface Screen {
  readonly colour: boolean;
  /** Columns; lines keep within them, and within 100. */
  readonly columns: number;
}

const WIDEST = 100;
const NARROWEST = 60;

export function consoleReport(screen: Screen): (report: Report) => string {
  const paint = paints(screen.colour);
  const width = Math.min(WIDEST, Math.max(NARROWEST, screen.columns));
  return (report) => {
    const { claims, measurements, observations } = report.results;
    const setting = { lang: report.lang, paint, width };
    return [
      ...head(report, paint, width),
      "",
      ...grid(claims, paint, width),
      ...measured(measurements, setting),
      ...observed(observations, setting),
      ...skipped(claims, setting),
      ...findings(claims, "deviation", setting),
      // Of a run that was cut off, most would say no more than that.
      ...(report.interrupted ? [] : findings(claims, "inconclusive", setting)),
      ...findings(claims, "fail", setting),
      ...foot(report, paint, width),
      "",
    ].join("\n");
  };
}

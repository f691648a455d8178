/** An explained log as people read it: aligned columns, the explanation beside, and the broker's own line for the rest. */
import type { Lang } from "../../words/text";
import { wordsOf } from "../../words/words";
import type { Paint } from "../console/paint";
import { cut, padEnd, wrap } from "../text/layout";
import { printable } from "../text/printable";
import { Clock, type Moment } from "./clock";
import type { Entry } from "./entry";
import { explain } from "./explain";
import type { Arrow, Explanation, Tone } from "./explanation";
import { flow } from "./flow";
import { LABEL, pageOf, type Page } from "./page";

export interface Screen {
  readonly lang: Lang;
  readonly paint: Paint;
  /** Columns of the terminal, asked for each line since its window may change; undefined elsewhere. */
  columns(): number | undefined;
}

/** @returns what makes text of an entry, in one or more lines with their ends */
export function textView(screen: Screen): (entry: Entry) => string {
  const view = new View(screen);
  return (entry) => view.show(entry);
}

class View {
  private readonly clock = new Clock();
  private day: string | undefined;
  private time = "";
  /** Of the line that was shown last. */
  private client: string | undefined;
  private packet: string | undefined;
  private page: Page;
  private width: number | undefined;

  constructor(private readonly screen: Screen) {
    this.width = screen.columns();
    this.page = pageOf(this.width);
  }

  show(entry: Entry): string {
    this.measure();
    const moment = this.clock.read(entry.line.stamp);
    const { event } = entry;
    if (event === undefined && entry.line.message.trim() === "") return "";
    const day = this.dayLine(moment);
    const time = this.timeCell(moment);
    if (event === undefined) return day + this.asItIs(time, entry.line.message);
    const explanation = explain(event, wordsOf(this.screen.lang).explain, entry.owner);
    return day + this.explained(time, this.clientCell(entry), explanation);
  }

  private measure(): void {
    const width = this.screen.columns();
    if (width === this.width) return;
    this.width = width;
    this.page = pageOf(width);
  }

  /** A line with the day, where the log goes on to another one. */
  private dayLine({ day }: Moment): string {
    if (!this.page.calm || day === undefined || day === this.day) return "";
    this.day = day;
    this.time = "";
    return `${this.screen.paint.dim(longDay(day, this.screen.lang))}\n`;
  }

  private timeCell({ day, time }: Moment): string {
    const { calm } = this.page;
    if (!calm) return `${day === undefined ? "" : `${day} `}${time}`.padEnd(19);
    const shown = time === this.time ? "" : time;
    this.time = time;
    return shown.padEnd(8);
  }

  private clientCell({ client, packet, owner }: Entry): string {
    // A filter or a will stands under its packet, whose client is named already, unless a filter left that one out.
    const named = owner !== undefined && client === this.client && packet === this.packet;
    this.client = client;
    this.packet = packet;
    return this.page.calm && named ? "" : (client ?? "");
  }

  private explained(time: string, client: string, { label, arrow, tone, parts }: Explanation): string {
    const { paint } = this.screen;
    const { width, text, hanging } = this.page;
    const room = width === undefined ? undefined : { first: width - text, others: width - hanging };
    const [first = "", ...others] = flow(parts, room, paint, tone);
    const lead = `${paint.dim(time)}  ${this.fitted(client)} ${arrowIn(arrow, paint)} ${this.label(label, arrow, tone)} `;
    const rest = others.map((line) => `\n${" ".repeat(hanging)}${line}`).join("");
    return `${lead}${first}${rest}\n`;
  }

  private label(label: string, arrow: Arrow | undefined, tone: Tone): string {
    const { paint } = this.screen;
    const padded = label.padEnd(LABEL);
    if (tone === "trouble") return paint.red(padded);
    if (tone === "aside") return paint.dim(padded);
    return arrow === undefined ? paint.bold(padded) : paint.bold(toned(padded, arrow, paint));
  }

  private fitted(client: string): string {
    const { width, client: room } = this.page;
    const harmless = printable(client);
    return padEnd(width === undefined ? harmless : cut(harmless, room), room);
  }

  /** A line that is not about a packet or a client. */
  private asItIs(time: string, message: string): string {
    const { paint } = this.screen;
    const { width } = this.page;
    const text = printable(message);
    const indent = " ".repeat(time.length + 2);
    const lines = width === undefined ? text : wrap(text, width, indent);
    this.client = undefined;
    return `${paint.dim(`${time}  ${lines}`)}\n`;
  }
}

function arrowIn(arrow: Arrow | undefined, paint: Paint): string {
  return arrow === undefined ? " " : toned(arrow, arrow, paint);
}

function toned(text: string, arrow: Arrow, paint: Paint): string {
  return arrow === "→" ? paint.green(text) : paint.blue(text);
}

function longDay(day: string, lang: Lang): string {
  const noon = new Date(`${day}T12:00:00`);
  if (Number.isNaN(noon.getTime())) return day;
  return new Intl.DateTimeFormat(lang, { dateStyle: "full" }).format(noon);
}

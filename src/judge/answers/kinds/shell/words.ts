/**
 * Reads a line as a POSIX shell would cut it into commands and words, strictly, and runs nothing. What a shell would put in
 * place of a word (variables, substitutions, braces) is not known here: such a word is opaque.
 */
import type { Line } from "./lines";

export interface Word {
  readonly text: string;
  readonly opaque: boolean;
}

export interface Command {
  readonly words: readonly Word[];
  /** A comment cut it off. */
  readonly commented: boolean;
}

const BLANK = /\s/;
const OPERATOR = /[|&;()]/;
const NAME = /[\w?!*@-]/;
/** What a backslash takes the meaning of within double quotes. */
const ESCAPED = new Set(["$", "`", '"', "\\"]);

/** @returns nothing where a quote is not closed on its line */
export function commandsOf({
  text,
  windows,
}: Pick<Line, "text" | "windows">): readonly Command[] | undefined {
  return new Reader(text, windows).read();
}

class Reader {
  private at = 0;
  private readonly commands: Command[] = [];
  private words: Word[] = [];
  /** The next word is where output goes to, or input comes from. */
  private redirected = false;

  constructor(
    private readonly text: string,
    private readonly windows: boolean,
  ) {}

  read(): readonly Command[] | undefined {
    while (this.at < this.text.length) {
      const char = this.text.charAt(this.at);
      if (BLANK.test(char)) this.at++;
      else if (char === "#") return this.finished(true);
      else if (OPERATOR.test(char)) this.operator();
      else if (char === "<" || char === ">") this.redirection();
      else if (!this.word()) return undefined;
    }
    return this.finished(false);
  }

  private finished(commented: boolean): readonly Command[] {
    this.end(commented);
    return this.commands;
  }

  private end(commented: boolean): void {
    if (this.words.length > 0) this.commands.push({ words: this.words, commented });
    this.words = [];
    this.redirected = false;
  }

  private operator(): void {
    this.at++;
    this.end(false);
  }

  private redirection(): void {
    while (/[<>&|]/.test(this.text.charAt(this.at))) this.at++;
    this.redirected = true;
  }

  /** @returns whether its quotes are closed */
  private word(): boolean {
    let text = "";
    let opaque = false;
    const start = this.at;
    while (this.at < this.text.length) {
      const char = this.text.charAt(this.at);
      if (BLANK.test(char) || OPERATOR.test(char) || char === "<" || char === ">") break;
      const piece = this.piece(char);
      if (piece === undefined) return false;
      text += piece.text;
      opaque ||= piece.opaque;
    }
    const raw = this.text.slice(start, this.at);
    const isDescriptor = /^\d$/.test(raw) && /[<>]/.test(this.text.charAt(this.at));
    if (!isDescriptor && !this.redirected) this.words.push({ text, opaque: opaque || hasBraces(raw) });
    if (!isDescriptor) this.redirected = false;
    return true;
  }

  private piece(char: string): Word | undefined {
    if (char === "'") return this.quote("'", false);
    if (char === '"') return this.quote('"', true);
    if (char === "$") return this.dollar();
    if (char === "`" && !this.windows) return this.upTo("`");
    const isEscape = this.windows ? char === "`" : char === "\\";
    this.at += isEscape ? 2 : 1;
    return literal(isEscape ? this.text.charAt(this.at - 1) : char);
  }

  private quote(mark: string, expands: boolean): Word | undefined {
    let text = "";
    let opaque = false;
    this.at++;
    while (this.at < this.text.length) {
      const char = this.text.charAt(this.at);
      if (char === mark) {
        this.at++;
        return { text, opaque };
      }
      const piece = expands ? this.within(char) : this.plain(char);
      if (piece === undefined) return undefined;
      text += piece.text;
      opaque ||= piece.opaque;
    }
    return undefined;
  }

  private within(char: string): Word | undefined {
    if (char === "$") return this.dollar();
    if (char === "`" && !this.windows) return this.upTo("`");
    const next = this.text.charAt(this.at + 1);
    if (char === "\\" && !this.windows && ESCAPED.has(next)) {
      this.at += 2;
      return literal(next);
    }
    return this.plain(char);
  }

  private plain(char: string): Word {
    this.at++;
    return literal(char);
  }

  /** `$NAME`, `${NAME}`, `$(…)`; a dollar sign before anything else is itself. */
  private dollar(): Word | undefined {
    this.at++;
    const next = this.text.charAt(this.at);
    if (next === "(") return this.upTo(")");
    if (next === "{") return this.upTo("}");
    if (!NAME.test(next)) return literal("$");
    this.at++;
    while (/\w/.test(this.text.charAt(this.at))) this.at++;
    return OPAQUE;
  }

  /** To the last such mark that closes it: what is inside is not looked at. */
  private upTo(mark: string): Word | undefined {
    const end = this.text.indexOf(mark, this.at + 1);
    if (end === -1) return undefined;
    this.at = end + 1;
    while (mark === ")" && this.text.charAt(this.at) === ")") this.at++;
    return OPAQUE;
  }
}

const OPAQUE: Word = { text: "", opaque: true };

function literal(text: string): Word {
  return { text, opaque: false };
}

/** `maison/{salon,cuisine}`: bash makes several words of it. */
function hasBraces(raw: string): boolean {
  return /\{[^{}'"\s]*,[^{}'"\s]*\}/.test(raw) && !/^['"]/.test(raw);
}

/** When a score is given: `A & (B | C)` of the notions that an answer holds, `!` for one that it lacks, `2 of A B C` for any two. */

export type Condition = (holds: (notion: string) => boolean) => boolean;

export class ConditionError extends Error {}

/** @throws ConditionError with what cannot be read */
export function parseCondition(source: string): Condition {
  const tokens = source.match(/\d+ of [A-Za-z0-9 ]+|[A-Za-z][A-Za-z0-9-]*|[&|!()]/g) ?? [];
  if (tokens.join("").replaceAll(" ", "") !== source.replaceAll(" ", "")) throw new ConditionError(source);
  const reader = new Reader(tokens, source);
  const condition = reader.either();
  reader.end();
  return condition;
}

class Reader {
  private at = 0;

  constructor(
    private readonly tokens: readonly string[],
    private readonly source: string,
  ) {}

  either(): Condition {
    const terms = [this.both()];
    while (this.take("|")) terms.push(this.both());
    return (holds) => terms.some((term) => term(holds));
  }

  end(): void {
    if (this.at < this.tokens.length) throw new ConditionError(this.source);
  }

  private both(): Condition {
    const terms = [this.one()];
    while (this.take("&")) terms.push(this.one());
    return (holds) => terms.every((term) => term(holds));
  }

  private one(): Condition {
    if (this.take("!")) {
      const not = this.one();
      return (holds) => !not(holds);
    }
    if (this.take("(")) {
      const inner = this.either();
      if (!this.take(")")) throw new ConditionError(this.source);
      return inner;
    }
    return nameOrCount(this.tokens[this.at++], this.source);
  }

  private take(sign: string): boolean {
    if (this.tokens[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }
}

function nameOrCount(token: string | undefined, source: string): Condition {
  if (token === undefined || /^[&|!()]$/.test(token)) throw new ConditionError(source);
  const [, least, names] = /^(\d+) of (.+)$/.exec(token) ?? [];
  if (names === undefined) return (holds) => holds(token);
  const all = names.trim().split(/\s+/);
  return (holds) => all.filter(holds).length >= Number(least);
}

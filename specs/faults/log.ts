/** The ways to spoil a log between the broker and its reader. */
import { PassThrough, pipeline, Transform, type Readable } from "node:stream";

/** Gives the log's bytes on, spoilt. */
export type LogMeddler = (log: Readable) => Readable;

/** Lines that match never come. */
export function dropLines(pattern: RegExp): LogMeddler {
  return lines((line) => (pattern.test(line) ? [] : [line]));
}

/** Lines that match say something else: `replacement` as in `String.replace`. */
export function changeLines(pattern: RegExp, replacement: string): LogMeddler {
  return lines((line) => [line.replace(pattern, replacement)]);
}

/** Lines that match come twice. */
export function repeatLines(pattern: RegExp): LogMeddler {
  return lines((line) => (pattern.test(line) ? [line, line] : [line]));
}

/** Further lines follow each line that matches; `$1` is its first group. */
export function addLines(pattern: RegExp, ...more: readonly string[]): LogMeddler {
  return lines((line) => {
    const found = pattern.exec(line);
    return found ? [line, ...more.map((text) => found[0].replace(pattern, text))] : [line];
  });
}

/** Lines that match never come while it is their turn: after a line that matches `after`, until one that matches `until`. */
export function dropBetween(after: RegExp, until: RegExp, pattern: RegExp): LogMeddler {
  return between(after, until, (line) => (pattern.test(line) ? [] : [line]));
}

/** Lines say something else between those two: `replacement` as in `String.replace`. */
export function changeBetween(
  after: RegExp,
  until: RegExp,
  pattern: RegExp,
  replacement: string,
): LogMeddler {
  return between(after, until, (line) => [line.replace(pattern, replacement)]);
}

function between(after: RegExp, until: RegExp, edit: (line: string) => readonly string[]): LogMeddler {
  let inside = false;
  return lines((line) => {
    if (until.test(line)) inside = false;
    const edited = inside ? edit(line) : [line];
    if (after.test(line)) inside = true;
    return edited;
  });
}

/** Each line that matches is kept back until a line that matches `until` has come: the order is wrong. */
export function delayLines(pattern: RegExp, until: RegExp): LogMeddler {
  const held: string[] = [];
  return lines((line) => {
    if (pattern.test(line)) {
      held.push(line);
      return [];
    }
    return until.test(line) ? [line, ...held.splice(0)] : [line];
  });
}

/** Lines that match end after `length` characters. */
export function cutLines(pattern: RegExp, length: number): LogMeddler {
  return lines((line) => [pattern.test(line) ? line.slice(0, length) : line]);
}

/** After a line that matches, the log cannot be read any more. */
export function breakAfter(pattern: RegExp): LogMeddler {
  return (log) => {
    const end = new PassThrough();
    let broken = false;
    log.on("data", (chunk: Buffer) => {
      if (broken) return;
      end.write(chunk);
      broken = pattern.test(chunk.toString());
      if (broken) setImmediate(() => end.destroy(new Error("the log broke off")));
    });
    end.once("close", () => log.destroy());
    return end;
  };
}

/** Everything comes `ms` milliseconds late, in order. */
export function late(ms: number): LogMeddler {
  return through(
    () =>
      new Transform({
        transform(chunk: Buffer, _encoding, done) {
          setTimeout(() => this.destroyed || this.push(chunk), ms);
          done();
        },
      }),
  );
}

/** The log of a broker that writes to a pipe without flushing: nothing comes before `bytes` have come together. */
export function inBlocks(bytes: number): LogMeddler {
  return through(() => {
    let kept: Buffer[] = [];
    let size = 0;
    return new Transform({
      transform(chunk: Buffer, _encoding, done) {
        kept.push(chunk);
        size += chunk.length;
        if (size < bytes) {
          done();
          return;
        }
        const all = Buffer.concat(kept);
        const rest = size % bytes;
        kept = rest > 0 ? [all.subarray(size - rest)] : [];
        this.push(all.subarray(0, size - rest));
        size = rest;
        done();
      },
    });
  });
}

/** The relay's own ports become those of the clients behind it, so that a relay leaves no trace in the log. */
export function withPorts(ports: ReadonlyMap<number, number>): LogMeddler {
  return lines((line) => [
    line.replace(/(?<=127\.0\.0\.1:)\d+/g, (port) => String(ports.get(Number(port)) ?? port)),
  ]);
}

export function inTurn(...meddlers: readonly LogMeddler[]): LogMeddler {
  return (log) => meddlers.reduce((stream, meddle) => meddle(stream), log);
}

/** Gives each whole line to `edit` and what it returns on. */
function lines(edit: (line: string) => readonly string[]): LogMeddler {
  return through(() => {
    let rest = "";
    return new Transform({
      transform(chunk: Buffer, _encoding, done) {
        const parts = (rest + chunk.toString()).split("\n");
        rest = parts.pop() ?? "";
        const text = parts.flatMap(edit).map((line) => `${line}\n`);
        done(null, text.length > 0 ? text.join("") : undefined);
      },
    });
  });
}

function through(make: () => Transform): LogMeddler {
  // An error of the pipeline is the reader letting go, and ends the source, as it should.
  return (log) => pipeline(log, make(), () => undefined);
}

/** What must hold of any reader. */
import { reads } from "./bytes";

export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

/** What goes to a terminal may not hold what a terminal obeys. */
export function mustBePrintable(line: string): void {
  must(!/\p{Cc}/u.test(line), `a control character in ${JSON.stringify(line)}`);
}

interface Reader {
  readonly pending: number;
}

/** Everything that a reader made of a stream: its pieces, then what could not be cut. */
interface Made {
  readonly pieces: readonly Buffer[];
  readonly rest: Buffer;
  readonly pending: number;
}

/**
 * Reads a stream at once and in the given reads.
 * @returns the pieces; throws unless both ways give the same ones and no byte is lost
 */
export function cutBothWays<R extends Reader>(
  stream: Buffer,
  sizes: readonly number[],
  make: () => R,
  push: (reader: R, chunk: Buffer) => { readonly pieces: readonly Buffer[]; readonly unframed?: Buffer },
): readonly Buffer[] {
  const whole = made([stream], make(), push);
  const apart = made(reads(stream, sizes), make(), push);
  must(whole.pending === apart.pending, `${apart.pending} bytes pending instead of ${whole.pending}`);
  must(whole.rest.equals(apart.rest), "other bytes are left over when the reads are others");
  must(whole.pieces.length === apart.pieces.length, "other pieces when the reads are others");
  must(
    whole.pieces.every((piece, i) => piece.equals(apart.pieces[i] ?? EMPTY)),
    "a piece differs",
  );
  const found = Buffer.concat([...whole.pieces, whole.rest]);
  must(found.equals(stream.subarray(0, found.length)), "the pieces are not the stream");
  must(found.length + whole.pending === stream.length, "bytes are lost");
  return whole.pieces;
}

const EMPTY = Buffer.alloc(0);

function made<R extends Reader>(
  chunks: Iterable<Buffer>,
  reader: R,
  push: (reader: R, chunk: Buffer) => { readonly pieces: readonly Buffer[]; readonly unframed?: Buffer },
): Made {
  const pieces: Buffer[] = [];
  const rest: Buffer[] = [];
  for (const chunk of chunks) {
    const cut = push(reader, chunk);
    pieces.push(...cut.pieces);
    if (cut.unframed) rest.push(cut.unframed);
  }
  return { pieces, rest: Buffer.concat(rest), pending: reader.pending };
}

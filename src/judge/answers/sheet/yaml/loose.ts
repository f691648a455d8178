/** How much of a segment stands outside of blocks: that is what costs the parser time. */

const HEAD = /^( *)\S.*:\s*[|>][-+0-9]*\s*$/;

/** @returns characters */
export function looseIn(lines: readonly string[]): number {
  let loose = 0;
  let block: number | undefined;
  for (const line of lines) {
    const indent = line.length - line.trimStart().length;
    if (block !== undefined && (line.trim() === "" || indent > block)) continue;
    block = HEAD.exec(line)?.[1]?.length;
    loose += line.length;
  }
  return loose;
}

/** Takes the marks of a list off the lines of an answer: `1.`, `2)`, `-`. */

const NUMBERED = /^\s*(\d{1,2})[.)/:-]\s+(?=\S)/;
const BULLET = /^\s*(?:[-–—•*]|>)\s+(?=\S)/;

/** @returns a reader of the lines in their order: a list counts from 1, so that `3. 5.` stays two numbers */
export function listReader(): (line: string) => string {
  let count = 0;
  return (line) => {
    const bare = line.replace(BULLET, "");
    const number = Number(NUMBERED.exec(bare)?.[1] ?? Number.NaN);
    if (number !== count + 1) return bare;
    count = number;
    return bare.replace(NUMBERED, "");
  };
}

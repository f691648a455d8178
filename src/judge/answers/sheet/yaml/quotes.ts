/** Quotation marks round the whole of a text, as programs write them that write YAML. */

/** @returns what stands between them; nothing where they are not round the whole */
export function unquoted(text: string): string | undefined {
  const [mark] = text;
  if (text.length < 2 || !text.endsWith(mark ?? "")) return undefined;
  const inner = text.slice(1, -1);
  if (mark === "'") return /^(?:[^']|'')*$/.test(inner) ? inner.replaceAll("''", "'") : undefined;
  if (mark !== '"' || !/^(?:[^"\\]|\\[^])*$/.test(inner)) return undefined;
  return isEscaped(inner) ? inner.replace(ESCAPE, meaning) : inner;
}

const ESCAPE = /\\(?:x[\da-f]{2}|u[\da-f]{4}|[^])/gi;
const NAMED: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  "\n": "",
  '"': '"',
  "\\": "\\",
  "/": "/",
  " ": " ",
};

/** Whether each backslash is one of YAML's, and none that of a path in Windows. */
function isEscaped(inner: string): boolean {
  if (/\b[a-z]:\\(?!\\)/i.test(inner)) return false;
  return (inner.match(ESCAPE) ?? []).every((escape) => escape.length > 2 || escape.slice(1) in NAMED);
}

function meaning(escape: string): string {
  return escape.length > 2
    ? String.fromCharCode(Number.parseInt(escape.slice(2), 16))
    : (NAMED[escape.slice(1)] ?? escape);
}

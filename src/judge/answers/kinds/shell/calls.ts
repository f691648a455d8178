/** Calls of a client library in an answer: `client.subscribe("a/#", qos=1)`. */

export interface Call {
  readonly action: "subscribe" | "publish";
  /** String literals, as far as they are plain; none where the topic is a variable. */
  readonly topics: readonly string[];
}

const CALL = /\.(subscribe|publish)\s*\(/g;
/** A literal without escapes; one with a letter before it (`f"…"`) is no plain one. */
const LITERAL = /(?<![\w])(["'])([^"'\\{}]{0,1000})\1/g;

export function callsIn(line: string): readonly Call[] {
  const found = [...line.matchAll(CALL)];
  return found.map((call, i) => {
    const action = call[1] === "publish" ? "publish" : "subscribe";
    const given = line.slice(call.index + call[0].length, found[i + 1]?.index);
    const literals = [...given.matchAll(LITERAL)].map(([, , text = ""]) => text);
    // Behind the topic of a publication comes what is published.
    return { action, topics: action === "publish" ? literals.slice(0, 1) : literals };
  });
}

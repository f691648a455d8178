/** YAML read in such a way that nothing in it can do harm: texts only, nothing expanded, never an exception. */
import { parseDocument, type ParsedNode } from "yaml";
import { mistakeOf, type Mistake } from "./mistake";

export interface Parsed {
  readonly contents: ParsedNode | null;
  /** The first; what comes after it is mostly its consequence. */
  readonly mistake?: Mistake;
}

/** Keys that stand twice are the caller's to find: the parser would compare each with all others. */
export function parsed(source: string): Parsed {
  try {
    const document = parseDocument(source, {
      schema: "failsafe",
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: "silent",
    });
    const { contents, errors } = document;
    const [error] = errors;
    return error === undefined ? { contents } : { contents, mistake: mistakeOf(error, document, source) };
  } catch {
    // Nested so deeply that the parser's own stack did not suffice.
    return { contents: null, mistake: { kind: "nested", offset: 0 } };
  }
}

/** What somebody did that made a text no YAML: the parser says what it would have needed, which is of no use to them. */
import { visit, type Document, type ErrorCode, type Node, type YAMLError } from "yaml";

export type MistakeKind =
  "tab" | "quote" | "bracket" | "colon" | "beginning" | "beside" | "indent" | "nested" | "other";

export interface Mistake {
  readonly kind: MistakeKind;
  /** In the source, from 0. */
  readonly offset: number;
}

const KINDS: Readonly<Record<ErrorCode, MistakeKind>> = {
  TAB_AS_INDENT: "tab",
  BLOCK_AS_IMPLICIT_KEY: "colon",
  BAD_SCALAR_START: "beginning",
  BAD_ALIAS: "beginning",
  ALIAS_PROPS: "beginning",
  BAD_PROP_ORDER: "beginning",
  MULTIPLE_ANCHORS: "beginning",
  MULTIPLE_TAGS: "beginning",
  TAG_RESOLVE_FAILED: "beginning",
  BAD_DQ_ESCAPE: "beginning",
  UNEXPECTED_TOKEN: "beginning",
  BAD_INDENT: "indent",
  MISSING_CHAR: "indent",
  MULTILINE_IMPLICIT_KEY: "indent",
  KEY_OVER_1024_CHARS: "indent",
  BLOCK_IN_FLOW: "other",
  BAD_COLLECTION_TYPE: "other",
  BAD_DIRECTIVE: "other",
  DUPLICATE_KEY: "other",
  IMPOSSIBLE: "other",
  MULTIPLE_DOCS: "other",
  NON_STRING_KEY: "other",
  RESOURCE_EXHAUSTION: "nested",
};

/** @param document that the error is in */
export function mistakeOf({ code, message, pos }: YAMLError, document: Document, source: string): Mistake {
  const offset = Math.min(pos[0], source.trimEnd().length);
  if (message.startsWith("Missing closing"))
    return { kind: "quote", offset: opened(document, source) ?? offset };
  if (/\bend with\b/.test(message)) return { kind: "bracket", offset: opened(document, source) ?? offset };
  const start = source.lastIndexOf("\n", offset - 1) + 1;
  const end = source.indexOf("\n", offset);
  const line = source.slice(start, end < 0 ? undefined : end);
  if (/^\s*\t/.test(line)) return { kind: "tab", offset: start + line.indexOf("\t") };
  // What the parser stumbles over begins where the indicator of a block has been read.
  if (/[|>][-+0-9]*\s*$/.test(source.slice(start, offset))) return { kind: "beside", offset };
  return { kind: KINDS[code], offset };
}

const CLOSES: Readonly<Record<string, string>> = { '"': '"', "'": "'", "[": "]", "{": "}" };

/** Where the first quotation mark or bracket stands that is not closed. */
function opened(document: Document, source: string): number | undefined {
  let found: number | undefined;
  visit(document, {
    Node(_, { range }: Node) {
      const [start = 0, end = 0] = range ?? [];
      const close = CLOSES[source.charAt(start)];
      if (close === undefined || (end - start > 1 && source[end - 1] === close)) return undefined;
      found = start;
      return visit.BREAK;
    },
  });
  return found;
}

/** Reads what stands below the identifier of a question. Nothing of it is lost: what no key begins is the answer. */
import type { Lang } from "../../../../words/text";
import type { Problem, Written } from "../../answer";
import { HARMLESS, QUESTION } from "../complaints";
import type { Part } from "../keys";
import { withoutComments, type Next } from "./comments";
import { keysIn, langOfKeys, type Key } from "./parts";
import type { Segment } from "./segments";
import { valueOf } from "./value";

export interface Below {
  readonly parts: Readonly<Partial<Record<Part, Written>>>;
  readonly problems: readonly Problem[];
  /** Of its keys. */
  readonly lang?: Lang;
}

export function readBelow(segment: Segment, next: Next | undefined): Below {
  const { name: question = "", line, rest, restAt } = segment;
  const { lines, own } = withoutComments(segment.lines, next);
  const keys = keysIn(lines);
  const problems: Problem[] = [];
  const parts: Partial<Record<Part, Written>> = {};
  const loose = valueOf({ rest, restAt, lines: lines.slice(0, keys[0]?.at), line });
  if (loose.text !== "") parts.answer = loose;
  const doubled = new Set<Part>();
  for (const [i, key] of keys.entries()) {
    const place = { line: line + 1 + key.at, column: key.column + 1 };
    const text = valueOf({ ...key, lines: lines.slice(key.at + 1, keys[i + 1]?.at), line: place.line });
    const before = parts[key.part]?.text ?? "";
    if (before !== "" && text.text !== "") {
      if (!doubled.has(key.part)) problems.push({ ...place, what: twice(key, loose), question });
      doubled.add(key.part);
      parts[key.part] = joined(parts[key.part] ?? text, text);
    } else if (before === "") parts[key.part] = text;
    if (key.meant !== undefined)
      problems.push({ ...place, what: HARMLESS.misspelt(key.name, key.meant), harmless: true });
  }
  problems.push(...commentProblem(own, segment, parts), ...braceProblem(parts, question));
  const lang = langOfKeys(keys);
  return { parts, problems, ...(lang === undefined ? {} : { lang }) };
}

function twice({ name, part }: Key, loose: Written) {
  return part === "answer" && loose.text !== "" ? QUESTION.above(name) : QUESTION.partTwice(name);
}

/** Whoever reads what could not be graded has all of it before them. */
function joined(first: Written, second: Written): Written {
  return { ...first, text: `${first.text}\n${second.text}` };
}

/** The answer itself perhaps, where there is no other. */
function commentProblem(
  own: readonly number[],
  { line, name = "", lines }: Segment,
  parts: Below["parts"],
): Problem[] {
  const [at] = own;
  if (at === undefined) return [];
  const place = { line: line + 1 + at, column: 1 };
  const isBlank = Object.values(parts).every(({ text }) => text === "");
  if (!isBlank || !/[^#\s]/.test(lines[at] ?? ""))
    return [{ ...place, what: HARMLESS.comment, harmless: true }];
  return [{ ...place, what: QUESTION.comment, question: name }];
}

const BRACES = /^\{\s*["']?(?:r[ée]ponse|answer|extrait|excerpt|command(?:e?s))["']?\s*:/i;

/** Keys in braces are YAML, which programs write and students do not. */
function braceProblem({ answer }: Below["parts"], question: string): Problem[] {
  if (answer === undefined || !BRACES.test(answer.text)) return [];
  return [{ line: answer.line, column: answer.column, what: QUESTION.braces, question }];
}

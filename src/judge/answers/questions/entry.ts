/** One question as it stands in a file: what each kind of question must have, may have, and must not have. */
import { CLAUSES } from "../../clauses";
import { PLACES, SHOWINGS, type Kind, type QuestionOf, type SheetQuestion } from "../question";
import { CLAUSE, missing, mustBe, oneOf, RUBRIC, unknownName, WANTED } from "./complaints";
import { fact } from "./facts";
import { inlineRubric, type InlineRubric } from "./prose";
import { isId, sectionOf } from "./section";
import { bilingual, choice, complain, keys, list, points, record, some, text, type Reader } from "./shape";

/** A question, and the one that it is to stand after. */
export interface Placed {
  readonly question: SheetQuestion;
  readonly after?: string;
}

const id: Reader<string> = (spot, under) => {
  const written = text(spot, under);
  return isId(written) ? written : complain(spot, under, mustBe(under.key, WANTED.id));
};

const clause: Reader<string> = (spot, under) => {
  const written = text(spot, under);
  if (!CLAUSES.has(written)) complain(spot, under, unknownName(CLAUSE, written, [...CLAUSES]));
  return written;
};

const needed = { id, points, asks: bilingual };
const possible = {
  section: text,
  hints: list(bilingual),
  clauses: list(clause),
  exercise: text,
  places: list(choice(PLACES)),
  after: text,
};

/** @param names rubrics that there are, where that is known */
function rubric(names: ReadonlySet<string> | undefined): Reader<string | InlineRubric> {
  return (spot, under) => {
    if (spot.kind !== "text") return inlineRubric(spot, under);
    const name = text(spot, under);
    if (names?.has(name) === false) complain(spot, under, unknownName(RUBRIC, name, [...names]));
    return name;
  };
}

type Common = "id" | "section" | "points" | "asks" | "hints" | "clauses" | "exercise" | "places";
/** What is a kind's own, as it stands in a file: there a rubric does not repeat its question. */
type Own<K extends Kind> = {
  readonly [P in Exclude<keyof QuestionOf<K>, Common>]: P extends "rubric"
    ? string | InlineRubric
    : QuestionOf<K>[P];
};

interface Written {
  readonly id: string;
  readonly points: number;
  readonly asks: SheetQuestion["asks"];
  readonly section?: string;
  readonly hints?: SheetQuestion["hints"];
  readonly after?: string;
}

function kindsWith(rubrics: ReadonlySet<string> | undefined) {
  return {
    prose: keys({ ...needed, kind: choice(["prose"]), rubric: rubric(rubrics) }, possible),
    sequence: keys({ ...needed, kind: choice(["sequence"]), truth: fact("packets") }, possible),
    value: keys(
      {
        ...needed,
        kind: choice(["value"]),
        reads: choice(["numbers", "version"]),
        truth: fact("counts", "version"),
      },
      possible,
    ),
    choice: keys({ ...needed, kind: choice(["choice"]), options: record(bilingual), right: text }, possible),
    filter: keys({ ...needed, kind: choice(["filter"]), truth: fact("topics"), called: bilingual }, possible),
    commands: keys({ ...needed, kind: choice(["commands"]), wildcards: some(choice(["+", "#"])) }, possible),
    excerpt: keys({ ...needed, kind: choice(["excerpt"]), shows: some(choice(SHOWINGS)) }, possible),
  } satisfies { readonly [K in Kind]: Reader<Written & Own<K>> };
}

/** @param rubrics names of those that there are; anything goes where that is not known */
export function entryReader(rubrics: ReadonlySet<string> | undefined): Reader<Placed> {
  const kinds = kindsWith(rubrics);
  const kindOf = choice(Object.keys(kinds) as Kind[]);
  return (spot, under) => {
    if (spot.kind !== "map") return complain(spot, under, mustBe(under.key, WANTED.map));
    const kind = spot.entries.get("kind");
    if (kind === undefined) return complain(spot, under, missing("kind"));
    const reader = kinds[kindOf(kind.value, { ...under, key: "kind" })];
    const { after, section, hints, ...rest } = reader(spot, under);
    const question = completed({ ...rest, section: section ?? sectionOf(rest.id), hints: hints ?? [] });
    if (question.kind === "choice" && !Object.hasOwn(question.options, question.right)) {
      const right = spot.entries.get("right")?.value ?? spot;
      complain(right, under, oneOf("right", question.right, Object.keys(question.options)));
    }
    return after === undefined ? { question } : { question, after };
  };
}

type Complete<Q> = Q extends { readonly kind: "prose" }
  ? Omit<Q, "rubric"> & { readonly rubric: string | InlineRubric }
  : Q;

/** A rubric that stands with a question has the question's own id and words. */
function completed(question: Complete<SheetQuestion>): SheetQuestion {
  if (question.kind !== "prose") return question;
  if (typeof question.rubric === "string") return { ...question, rubric: question.rubric };
  const { id: named, section, asks } = question;
  return { ...question, rubric: { ...question.rubric, id: named, section, ...asks } };
}

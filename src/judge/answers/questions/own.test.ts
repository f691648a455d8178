import { readFileSync } from "node:fs";
import { join } from "node:path";
import { exercises } from "../../../../specs";
import { KEPT_FACTS } from "../truth/kept-facts";
import { factName } from "../truth/fact";
import { proseRubric } from "../prose/rubric";
import { FOLDER, SECTIONS } from "./own";
import { changesIn } from "./teacher";
import { questionIds, rubricsOf, sheetQuestions } from "./questions";

const questions = sheetQuestions();
const written = proseRubric().questions;
const known = {
  rubrics: new Set(written.keys()),
  facts: new Set(KEPT_FACTS.map(factName)),
};

it.each(SECTIONS)("section %s has the form that is asked of a teacher", (section) => {
  const name = `${section}.json`;
  const source = `add: ${readFileSync(join(FOLDER, name), "utf8")}`;
  const { add } = changesIn({ name, source }, [], known);
  expect(add.map(({ question }) => question)).toEqual(
    questions.filter((question) => question.section === section),
  );
});

it("asks all that the sheet asks, in its order", () => {
  expect(questionIds()).toMatchInlineSnapshot(`
   [
     "2.3-connack",
     "2.3-subscribe",
     "2.3-exchanges",
     "2.4-qos0",
     "2.4-qos0-packets",
     "2.4-qos1",
     "2.4-qos1-packets",
     "2.4-qos2",
     "2.4-qos2-packets",
     "2.5-difference",
     "2.5-latency",
     "2.5-count",
     "2.5-why-qos2",
     "3-ping-meaning",
     "3-p0",
     "3-p1",
     "3-p2",
     "3-c0",
     "3-c1",
     "3-kx",
     "3-ping-log",
     "3-ping-use",
     "3-clean-session",
     "4-dx",
     "4-q0",
     "4-q1",
     "4-q2",
     "4-r0",
     "4-r1",
     "4-mx",
     "4-evolution",
     "4.1-difference",
     "4.1-subscribe",
     "4.1-clean-vs-retain",
     "5.3-goals",
     "5.3-client-hello",
     "5.3-how-sure",
     "5.3-why-wireshark-cannot",
     "6.1-plus",
     "6.1-hash",
     "6.1-commands",
     "6.1-one-room",
     "6.1-temperatures",
     "6.1-whole-house",
     "6.1-one-sensor",
   ]
  `);
});

it("is worth 70 points", () => {
  expect(questions.reduce((sum, { points }) => sum + points, 0)).toBe(70);
});

it("names rubrics that there are", () => {
  expect(rubricsOf(questions).filter((name) => !written.has(name))).toEqual([]);
});

it.each(questions)("$id says what its truth comes from", (question) => {
  const { clauses = [], exercise } = question;
  const ids = exercises.map(({ id }) => id);
  const told = "truth" in question ? exercisesOf(question.truth) : [];
  expect([...clauses, ...told, exercise ?? []].flat()).not.toEqual([]);
  expect([...told, exercise ?? []].flat().filter((id) => !ids.includes(id))).toEqual([]);
});

function exercisesOf(truth: (typeof KEPT_FACTS)[number]): string[] {
  return truth.fact === "counts" ? truth.of.map(({ exercise }) => exercise) : [truth.exercise];
}

it.each(questions)("$id has a ladder of three hints", ({ hints }) => {
  expect(hints).toHaveLength(3);
});

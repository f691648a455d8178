/** Reads a `grades.json` back. Nothing of it is believed before it was looked at: somebody may have mended it by hand. */
import { OUTCOMES } from "../../../judge/answers/mark";
import { isText } from "../../../words/text";
import { GradesError, saidInBoth } from "../error";
import type { KeptGrades } from "./grades-json";

/** Whether a value is as it should be; where it is not, `wrong` throws with the place. */
type Check = (value: unknown, place: string) => void;

/** @throws GradesError where it is not a `grades.json`, or one of a version not known */
export function readGradesJson(text: string): KeptGrades {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new GradesError(saidInBoth(({ since }) => since.notJson));
  }
  const version = isRecord(value) ? value.version : undefined;
  if (typeof version === "number" && version !== 1)
    throw new GradesError(saidInBoth(({ since }) => since.newer(String(version))));
  GRADES(value, "");
  return value as KeptGrades;
}

function wrong(place: string): never {
  throw new GradesError(saidInBoth(({ since }) => since.unread(place === "" ? "{…}" : place)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function holds(is: (value: unknown) => boolean): Check {
  return (value, place) => {
    if (!is(value)) wrong(place);
  };
}

function record(members: Readonly<Record<string, Check>>): Check {
  return (value, place) => {
    if (!isRecord(value)) return wrong(place);
    for (const [name, check] of Object.entries(members))
      check(value[name], place === "" ? name : `${place}.${name}`);
  };
}

function list(check: Check): Check {
  return (value, place) => {
    if (!Array.isArray(value)) return wrong(place);
    value.forEach((one: unknown, i) => {
      check(one, `${place}[${i}]`);
    });
  };
}

/** Also where it is left out. */
function maybe(check: Check): Check {
  return (value, place) => {
    if (value !== undefined) check(value, place);
  };
}

const STRING = holds((value) => typeof value === "string");
const NUMBER = holds((value) => Number.isFinite(value));
const TEXT = holds((value) => isText(value) && typeof value.en === "string" && typeof value.fr === "string");

const MARK = record({
  question: STRING,
  outcome: holds((value) => (OUTCOMES as readonly unknown[]).includes(value)),
  points: holds((value) => value === null || Number.isFinite(value)),
  max: NUMBER,
  reasons: list(TEXT),
  rules: list(STRING),
  decided: holds((value) => typeof value === "boolean"),
  written: STRING,
});

const SUBMISSION = record({
  id: STRING,
  name: STRING,
  number: STRING,
  record: maybe(STRING),
  file: maybe(STRING),
  refused: maybe(TEXT),
  points: NUMBER,
  max: NUMBER,
  waiting: NUMBER,
  marks: list(MARK),
});

const GRADES = record({
  version: holds((value) => value === 1),
  tool: record({ name: STRING, version: STRING }),
  broker: STRING,
  questions: list(record({ id: STRING, section: STRING, kind: STRING, points: NUMBER })),
  submissions: list(SUBMISSION),
});

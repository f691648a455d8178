import type { Exercise } from "../exercise/exercise";
import { distance } from "../words/nearest";
import { select } from "./select";

const text = { en: "", fr: "" };
const exercises = [
  "2.4-qos0",
  "2.4-qos2",
  "2.4-qos2-exactly-once",
  "2.40-later",
  "4-will",
  "4.1-retain",
  "40-far",
].map((id): Exercise => ({
  id,
  section: "",
  title: text,
  asks: text,
  claims: [],
  play: () => Promise.resolve(),
}));
const chosen = (...only: string[]) => select(exercises, only).map(({ id }) => id);

test.each([
  [[], exercises.map(({ id }) => id)],
  [["2.4"], ["2.4-qos0", "2.4-qos2", "2.4-qos2-exactly-once"]],
  [["4"], ["4-will", "4.1-retain"]],
  [["2.4-qos2"], ["2.4-qos2", "2.4-qos2-exactly-once"]],
  [["2.4-qos0,4-will"], ["2.4-qos0", "4-will"]],
  [
    ["4.1", "2.4-qos0"],
    ["2.4-qos0", "4.1-retain"],
  ],
  [["2.4-qos0/content"], ["2.4-qos0"]],
])("%j selects %j", (only, ids) => {
  expect(chosen(...only)).toEqual(ids);
});

test("one prefix that begins nothing is refused, although another does", () => {
  expect(() => chosen("2.4", "4-wlil")).toThrow("No exercise begins with 4-wlil; the nearest are: 4-will");
});

test.each([
  ["port", "port", 0],
  ["prot", "port", 1],
  ["host", "hosts", 1],
  ["", "abc", 3],
])("from %s to %s it takes %i edits", (a, b, edits) => {
  expect(distance(a, b)).toBe(edits);
});

import { readCommandLine } from "./command-line";
import { CLIENTS, type Kind } from "./kinds";
import { Problem } from "./problem";

const read = (kind: Kind, argv: readonly string[]) =>
  Object.fromEntries(readCommandLine(argv, CLIENTS[kind]));

function problem(kind: Kind, argv: readonly string[]): unknown {
  try {
    return read(kind, argv);
  } catch (error) {
    return error instanceof Problem ? [error.key, error.values] : error;
  }
}

test.each<[Kind, string[], object]>([
  ["qos", ["--qos", "2", "--host=h", "--no-clean"], { qos: [2], host: ["h"], "no-clean": [] }],
  ["qos", ["--topic", "a", "--topic", "b"], { topic: ["b"] }],
  ["sub", ["--topic", "a", "--topic", "b/+"], { topic: ["a", "b/+"] }],
  ["pub", ["--message=a=b", "--message="], { message: ["a=b", ""] }],
  ["pub", ["--message", "-3.5", "--message", "- et +"], { message: ["-3.5", "- et +"] }],
  ["ping", ["-h"], { help: [] }],
])("%s %j", (kind, argv, given) => {
  expect(read(kind, argv)).toEqual(given);
});

test.each<[Kind, string[], string, object]>([
  ["qos", ["--qos", "3"], "bad_option", { option: "--qos" }],
  ["qos", ["--port", "0"], "bad_option", { option: "--port" }],
  ["qos", ["--port", "1e3"], "bad_option", { option: "--port" }],
  ["qos", ["--topic"], "bad_option", { option: "--topic" }],
  ["qos", ["--topic", "--qos", "1"], "bad_option", { option: "--topic" }],
  ["qos", ["--clean=1"], "bad_option", { option: "--clean" }],
  ["qos", ["--lang", "de"], "bad_option", { option: "--lang" }],
  ["ping", ["--qos", "1"], "unknown_option", { word: "--qos" }],
  ["pub", ["--topic", "a/#"], "bad_topic", { topic: "a/#" }],
  ["sub", ["--topic", "a#"], "bad_filter", { topic: "a#" }],
])("%s %j is refused", (kind, argv, key, values) => {
  expect(problem(kind, argv)).toEqual([key, values]);
});

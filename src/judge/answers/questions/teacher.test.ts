import { QuestionsError } from "./error";
import { questionIds, sheetQuestions } from "./questions";

const known = { rubrics: new Set(["3-k"]), facts: new Set(["packets 2.4-qos1 publisher"]) };

function asked(source: string) {
  return sheetQuestions({ name: "mine.yaml", source }, known);
}

function complaint(source: string): string {
  try {
    asked(source);
  } catch (error) {
    if (error instanceof QuestionsError) return error.text.en;
    throw error;
  }
  return "nothing";
}

/** A question with one more line, or with a line replaced. */
function adding(...lines: string[]): string {
  const all = new Map(
    [
      "id: 5.3-port",
      "kind: choice",
      "points: 1",
      "asks: { en: Which port?, fr: Quel port ? }",
      "options: { a: { en: One, fr: Un }, b: { en: Two, fr: Deux } }",
      "right: a",
      ...lines,
    ].map((line) => [line.split(":")[0], line] as const),
  );
  return `add:\n  -\n${[...all.values()].map((line) => `    ${line}\n`).join("")}`;
}

const RUBRIC = "about: [PORT], notions: { A: { en: x, fr: y, patterns: [PORT] } }, score: [[2, A]]";

describe("what a teacher can change", () => {
  it("nothing, with a file of comments", () => {
    expect(asked("# later\n")).toEqual(sheetQuestions());
  });

  it("which questions are asked, and for how many points", () => {
    const changed = asked("drop: [2.3-connack, 6.1-plus]\npoints: { 2.4-qos2: 3.5 }\n");
    expect(changed.map(({ id }) => id)).toEqual(
      questionIds().filter((id) => !["2.3-connack", "6.1-plus"].includes(id)),
    );
    expect(changed.find(({ id }) => id === "2.4-qos2")?.points).toBe(3.5);
  });

  it("what else is asked: at the end of its section, or after the one that is named", () => {
    const ids = (source: string) => asked(source).map(({ id }) => id);
    expect(ids(adding())[ids(adding()).indexOf("5.3-port") - 1]).toBe("5.3-why-wireshark-cannot");
    const placed = ids(adding("after: 2.4-qos0"));
    expect(placed[placed.indexOf("5.3-port") - 1]).toBe("2.4-qos0");
    const between = ids(adding("id: 4.2-more"));
    expect(between[between.indexOf("4.2-more") - 1]).toBe("4.1-clean-vs-retain");
  });

  it("a question against one of their own with the same id", () => {
    const changed = asked(`drop: [3-kx]\n${adding("id: 3-kx")}`);
    expect(changed.filter(({ id }) => id === "3-kx")).toMatchObject([{ kind: "choice", section: "3" }]);
  });

  it("what prose is judged by, with a rubric that stands with the question", () => {
    const question = asked(
      `add: [{ id: 5.3-port, kind: prose, points: 1, asks: { en: Port?, fr: "Le port ?" }, rubric: { ${RUBRIC} } }]`,
    ).find(({ id }) => id === "5.3-port");
    expect(question).toMatchObject({
      rubric: {
        id: "5.3-port",
        section: "5.3",
        en: "Port?",
        fr: "Le port ?",
        mistakes: {},
        score: [[2, "A"]],
      },
    });
  });
});

describe("what is wrong with the file is one sentence with its place", () => {
  it.each([
    ["dorp: []", "1:1: there is no “dorp” here; did you mean “drop”?"],
    ["drop: 2.3-connack", "1:7: “drop” must be a list"],
    ["drop:\n  - 2.3-conack", "2:5: there is no question “2.3-conack”; did you mean “2.3-connack”?"],
    ["points: { 2.4-qos9: 1 }", "1:11: there is no question “2.4-qos9”; did you mean “2.4-qos"],
    ["drop: [3-kx]\npoints: { 3-kx: 1 }", "2:11: there is no question “3-kx”"],
    ["points: { 3-kx: 0 }", "1:17: “3-kx” must be a number greater than 0"],
    ["points: { 3-kx: -1 }", "1:17: “3-kx” must be a number greater than 0"],
    ["points: { 3-kx: 1,5 }", "1:19: “5” must be a number greater than 0"],
    ["points: { 3-kx: much }", "1:17: “3-kx” must be a number greater than 0"],
    ["points: 3", "1:9: “points” must be made of keys and values"],
    ["- 3-kx", "1:1: “mine.yaml” must be made of keys and values"],
    ["drop: [3-kx", "1:7: a bracket is opened here and not closed"],
    ['drop:\n  - "3-kx\n', "2:5: a quotation mark is opened here and not closed"],
    ["drop: [3-kx]\n\tpoints: {}", "2:1: this line is indented with a tab; use spaces"],
    ["drop: [3-kx]\ndrop: [3-c0]", "2:1: this key stands here twice"],
    ["drop: &all [3-kx]", "1:12: anchors and aliases"],
    ["drop: *all", "1:7: anchors and aliases"],
    [adding("points: 0"), "5:13: “points” must be a number greater than 0"],
    [adding("id: 3-kx"), "3:9: there is a question “3-kx” already"],
    [adding("id: Port"), "3:9: “id” must be a section and words"],
    [adding("kind: chioce"), "4:11: “kind” is “chioce” and can be prose, sequence, value, choice"],
    [adding("asks: { en: Which port? }"), "6:11: “fr” is missing here"],
    [adding("asks: Which port?"), "6:11: “asks” must be made of keys and values"],
    [adding("rihgt: b"), "9:5: there is no “rihgt” here; did you mean “right”?"],
    [adding("right: c"), "8:12: “right” is “c” and can be a, b"],
    [adding("after: 3-k"), "9:12: there is no question “3-k”; did you mean “3-k"],
    [
      adding("clauses: [MQTT-4.3.3-9]"),
      "9:15: there is no statement of a standard “MQTT-4.3.3-9”; did you mean “MQTT-4.3.3-",
    ],
    [adding("places: [log]"), "9:14: “places” is “log” and can be excerpt, commands"],
    ["add: [{ id: 5.3-port }]", "1:7: “kind” is missing here"],
    [
      "add: [{ id: 5.3-port, kind: commands, points: 1, asks: { en: a, fr: b }, wildcards: [$] }]",
      "1:86: “wildcards” is “$” and can be +, #",
    ],
  ])("%s", (source, expected) => {
    expect(complaint(source)).toContain(`mine.yaml:${expected}`);
  });

  const inProse = (rubric: string) =>
    `add: [{ id: 5.3-port, kind: prose, points: 1, asks: { en: a, fr: b }, rubric: ${rubric} }]`;
  const inSequence = (truth: string) =>
    `add: [{ id: 5.3-port, kind: sequence, points: 1, asks: { en: a, fr: b }, truth: ${truth} }]`;

  it.each([
    [inProse("3-q"), "there is no rubric “3-q”; did you mean “3-k”?"],
    [
      inProse(`{ ${RUBRIC.replace("patterns: [PORT]", "patterns: [PORT sends]")} }`),
      "“sends” cannot be read in the pattern “PORT sends”",
    ],
    [inProse(`{ ${RUBRIC.replace("[2, A]", "[2, A &]")} }`), "in the condition “A &”"],
    [inProse(`{ ${RUBRIC.replace("[2, A]", "[2, B]")} }`), "there is no notion “B”"],
    [inProse(`{ ${RUBRIC.replace("[2, A]", "[3, A]")} }`), "“score” must be a pair such as [2"],
    [inProse(`{ ${RUBRIC.replace("about: [PORT]", "about: []")} }`), "“about” must be a list"],
    [
      inProse(`{ ${RUBRIC}, mistakes: { m: { en: x, fr: y, patterns: [TLS], limit: 2 } } }`),
      "“limit” is “2” and can be 0, 1",
    ],
    [
      inProse(`{ ${RUBRIC}, mistakes: { m: { en: x, fr: y, patterns: [TLS], limit: 0, cancels: [C] } } }`),
      "there is no notion “C”",
    ],
    [
      inSequence("{ fact: packets, exercise: 2.4-qos9, role: publisher }"),
      "there is no recorded fact “packets 2.4-qos9 publisher”; did you mean “packets 2.4-qos1 publisher”?",
    ],
    [
      inSequence("{ fact: topics, exercise: 6-house, role: one-room }"),
      "“fact” is “topics” and can be packets",
    ],
    [inSequence("{ fact: packets, role: publisher }"), "“exercise” is missing here"],
  ])("%s", (source, expected) => {
    expect(complaint(source)).toContain(expected);
  });

  it("when no question is left", () => {
    expect(complaint(`drop: [${questionIds().join(", ")}]`)).toContain("leave at least one");
  });

  it("when it is too long or too deep, without delay", () => {
    expect(complaint(`# ${"x".repeat(1024 * 1024)}`)).toContain(
      "mine.yaml:1:1: the file is longer than 1 MB",
    );
    expect(complaint(`drop: ${"[".repeat(50_000)}`)).toMatch(
      /^mine\.yaml:1:\d+: lists or keys are nested too deeply/,
    );
  });

  it("in French too", () => {
    expect(() => asked("dorp: []")).toThrow(
      expect.objectContaining({
        text: expect.objectContaining({
          fr: "mine.yaml:1:1: « dorp » n’existe pas ici ; vouliez-vous dire « drop » ?",
        }) as unknown,
      }) as Error,
    );
  });
});

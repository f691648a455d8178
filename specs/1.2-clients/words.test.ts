/** The handout's scripts stand alone, so what they share stands in each: it must be the same, and say what ours says. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { wordsOf } from "../../src/words/words";
import { comparable } from "./output";
import { HANDOUT, KINDS, PROGRAMS, PYTHON, start, type Program } from "./programs";

jest.setTimeout(30_000);

interface Script {
  readonly texts: Readonly<Record<string, readonly [fr: string, en: string]>>;
  readonly functions: Readonly<Record<string, string>>;
}

/** Reads a script without running it: its texts, and every function by its name. */
const READ = `
import ast, json, sys
source = open(sys.argv[1], encoding="utf-8").read()
tree = ast.parse(source)
texts = next(n.value for n in tree.body if isinstance(n, ast.Assign) and getattr(n.targets[0], "id", "") == "TEXTS")
functions = {
    getattr(scope, "name", "") + "." + n.name: ast.get_source_segment(source, n)
    for scope in [tree, *(n for n in tree.body if isinstance(n, ast.ClassDef))]
    for n in scope.body if isinstance(n, ast.FunctionDef)
}
print(json.dumps({"texts": ast.literal_eval(texts), "functions": functions}))
`;

/** What a script does is its own; what may go wrong below MQTT differs with TLS. */
const OWN = new Set([".exercise", ".why_not"]);

const [scripted, why] = existsSync(PYTHON) ? [describe, ""] : [describe.skip, ` [left out: no ${PYTHON}]`];

scripted(`the scripts of the handout${why}`, () => {
  const files = { ping: "Ping", qos: "QoS", tls: "TLS", pub: "Pub", sub: "Sub" };
  const scripts = () =>
    KINDS.map((kind) => {
      const file = join(HANDOUT, `ClientMQTT_${files[kind]}.py`);
      return {
        kind,
        ...(JSON.parse(execFileSync(PYTHON, ["-c", READ, file], { encoding: "utf8" })) as Script),
      };
    });

  it("say what the catalogues say", () => {
    for (const { kind, texts } of scripts()) {
      const told = Object.keys(texts).map((key) => [key, ...(texts[key] ?? [])]);
      const wanted = Object.keys(texts).map((key) => {
        const in_ = (lang: "fr" | "en") => {
          const { client } = wordsOf(lang);
          return ({ ...client.common, ...client[kind] } as Record<string, string>)[key];
        };
        return [key, in_("fr"), in_("en")];
      });
      expect(told).toEqual(wanted);
    }
  });

  it("have no two versions of one function", () => {
    const versions = new Map<string, Set<string>>();
    for (const { functions } of scripts())
      for (const [name, text] of Object.entries(functions))
        versions.set(name, (versions.get(name) ?? new Set()).add(text));
    const several = [...versions].filter(([name, texts]) => texts.size > 1 && !OWN.has(name));
    expect(several.map(([name]) => name)).toEqual([]);
  });
});

for (const program of PROGRAMS) {
  const [group, without] =
    program.missing === undefined ? [describe, ""] : [describe.skip, ` [left out: ${program.missing}]`];
  group(`${program.name}${without}`, () => {
    it("has the same help as ours", async () => {
      const [ours = program] = PROGRAMS;
      for (const [i, kind] of KINDS.entries()) {
        const lang = i % 2 === 0 ? "fr" : "en";
        const help = async (each: Program) =>
          comparable(await start(each, kind, ["--help"], { lang }).ended, each, kind);
        const [one, other] = await Promise.all([help(program), help(ours)]);
        expect(one).toEqual(other);
        expect(one.stdout).toContain("--client-id ID");
      }
    });
  });
}

/** What the clients ask on a terminal, and what they take where there is none. */
import { existsSync } from "node:fs";
import type { Lang } from "../../src/words/text";
import { comparable } from "./output";
import { PROGRAMS, PYTHON, start, type Ended, type Kind, type Program } from "./programs";

jest.setTimeout(30_000);

const here = PROGRAMS.filter(({ missing }) => missing === undefined);
/** Where every client gets as far as its questions, and no further. */
const NOBODY = ["--host", "127.0.0.1", "--port", "1"];

interface Dialogue {
  readonly kind: Kind;
  readonly args?: readonly string[];
  /** What is typed once the output shows that. */
  readonly says: readonly (readonly [shown: RegExp, typed: string])[];
}

async function talk(program: Program, { kind, args = [], says }: Dialogue, lang: Lang): Promise<Ended> {
  const running = start(program, kind, [...NOBODY, ...args], { lang, terminal: true });
  for (const [shown, typed] of says) {
    await running.shows(shown);
    await running.type(typed);
  }
  const ended = comparable(await running.ended, program, kind);
  // How Ctrl-C and Ctrl-D are echoed is the terminal's own affair.
  return { ...ended, stdout: ended.stdout.replaceAll("\b", "").replace(/\^[CD]/g, "") };
}

/** In every program: one outcome, when they agree. */
async function talkToAll(dialogue: Dialogue, lang: Lang): Promise<readonly Ended[]> {
  const ended = await Promise.all(here.map((program) => talk(program, dialogue, lang)));
  return [...new Map(ended.map((one) => [JSON.stringify(one), one])).values()];
}

const [group, why] = existsSync(PYTHON) ? [describe, ""] : [describe.skip, ` [left out: no ${PYTHON}]`];

group(`on a terminal${why}`, () => {
  it("asks again until the answer is possible", async () => {
    const says = [
      [/QoS \(0, 1 ou 2\) \[1\]/, "3\n"],
      [/«\s3\s» n’est pas possible ici\.\s+QoS \(0, 1 ou 2\) \[1\]/, "2\n"],
    ] as const;
    const outcomes = await talkToAll({ kind: "qos", says }, "fr");
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0]?.stdout).toMatch(/Connexion à 127\.0\.0\.1:PORT/);
  });

  it("takes the default for an empty answer, and for Ctrl-D", async () => {
    const says = [
      [/Topic \[tp\/test\]/, "\n"],
      [/Message \[Message from /, "\u0004"],
    ] as const;
    const outcomes = await talkToAll({ kind: "pub", says }, "en");
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0]?.stdout).toMatch(/Connecting to 127\.0\.0\.1:PORT/);
  });

  it("asks for the password unseen", async () => {
    const says = [
      [/Mot de passe de zoé/, "secret\n"],
      [/Keep alive en secondes \[5\]/, "7\n"],
    ] as const;
    const outcomes = await talkToAll({ kind: "ping", args: ["--username", "zoé"], says }, "fr");
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0]?.stdout).not.toContain("secret");
  });

  it("ends at Ctrl-C", async () => {
    const says = [[/Filtre de topic \[tp\/test\]/, "\u0003"]] as const;
    const outcomes = await talkToAll({ kind: "sub", says }, "fr");
    expect(outcomes.map(({ status }) => status)).toEqual(outcomes.map(() => 130));
    expect(outcomes[0]?.stdout).toMatch(/Interrompu\.\n$/);
    expect(outcomes).toHaveLength(1);
  });
});

test("without a terminal the default is taken, and said", async () => {
  for (const program of here) {
    const { stdout, status } = await start(program, "pub", NOBODY).ended;
    expect(status).toBe(2);
    expect(stdout).toMatch(
      /^Topic\s: tp\/test \(par défaut\)\nMessage\s: Message de tp-pub-\w+ \(par défaut\)$/m,
    );
  }
});

test.each([
  [{ LC_ALL: "fr_BE.UTF-8" }, /Rien/],
  [{ LANG: "en_GB.UTF-8" }, /Nothing/],
  [{ LANG: "en_GB.UTF-8", TP_LANG: "fr" }, /Rien/],
  [{ LC_ALL: "C" }, /Rien/],
])("the language of %j", async (env, sentence) => {
  const ended = await Promise.all(
    here.map((program) => start(program, "sub", NOBODY, { env, lang: null }).ended),
  );
  for (const { stderr } of ended) expect(stderr).toMatch(sentence);
});

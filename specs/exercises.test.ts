import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CLAUSES } from "../src/judge/clauses";
import { exercises, probe } from "./index";

const all = [probe, ...exercises];
const claims = all.flatMap((exercise) =>
  exercise.claims.map((claim) => ({ id: `${exercise.id}/${claim.id}`, claim })),
);

/** The sheet's exercises under the ids that others rely on. An id never moves. */
const IDS = [
  "1.1-ssh-login",
  "1.1-ssh-live",
  "1.1-ssh-tells-all",
  "1.1-ssh-confined",
  "1.1-broker-exposed",
  "1.3-filters",
  "2.3-connect",
  "2.3-subscribe",
  "2.4-qos0",
  "2.4-qos1",
  "2.4-qos2",
  "2.4-qos-matrix",
  "2.4-qos1-redelivery",
  "2.4-qos2-exactly-once",
  "2.4-offline-queue",
  "2.5-cost",
  "2.5-order",
  "3-ping",
  "3-keepalive-expiry",
  "3-connect-parameters",
  "3-clean-session",
  "3-takeover",
  "4-publish-parameters",
  "4.1-retain",
  "4.1-retain-and-session",
  "4-will",
  "5.2-trusted",
  "5.2-untrusted",
  "5.2-version",
  "5.2-client-hello",
  "5.2-certificate",
  "5.3-encrypted",
  "5.3-plaintext-refused",
  "6-house",
  "6-wildcards",
  "6-invalid-filters",
];

/**
 * Statements of the lab's core that no exercise cites, and why. The list fails when it grows, and when an entry that
 * has been repaired stays in it.
 */
const NOT_CITED: Readonly<Record<string, string>> = {};

/** Class A of the statements: the core of the lab (75). */
const CORE: readonly string[] = [
  "MQTT-2.3.1-4",
  "MQTT-2.3.1-5",
  "MQTT-2.3.1-6",
  "MQTT-2.3.1-7",
  "MQTT-3.1.2-2",
  "MQTT-3.1.2-4",
  "MQTT-3.1.2-5",
  "MQTT-3.1.2-6",
  "MQTT-3.1.2-7",
  "MQTT-3.1.2-8",
  "MQTT-3.1.2-10",
  "MQTT-3.1.2-12",
  "MQTT-3.1.2-16",
  "MQTT-3.1.2-17",
  "MQTT-3.1.2-23",
  "MQTT-3.1.2-24",
  "MQTT-3.1.3-2",
  "MQTT-3.1.3-5",
  "MQTT-3.1.3-6",
  "MQTT-3.1.3-8",
  "MQTT-3.1.4-2",
  "MQTT-3.1.4-3",
  "MQTT-3.1.4-4",
  "MQTT-3.2.0-1",
  "MQTT-3.2.2-1",
  "MQTT-3.2.2-2",
  "MQTT-3.2.2-3",
  "MQTT-3.2.2-4",
  "MQTT-3.2.2-5",
  "MQTT-3.3.1-1",
  "MQTT-3.3.1-3",
  "MQTT-3.3.1-5",
  "MQTT-3.3.1-6",
  "MQTT-3.3.1-7",
  "MQTT-3.3.1-8",
  "MQTT-3.3.1-9",
  "MQTT-3.3.1-10",
  "MQTT-3.3.1-11",
  "MQTT-3.3.1-12",
  "MQTT-3.3.2-3",
  "MQTT-3.3.4-1",
  "MQTT-3.3.5-1",
  "MQTT-3.8.4-1",
  "MQTT-3.8.4-2",
  "MQTT-3.8.4-3",
  "MQTT-3.8.4-4",
  "MQTT-3.8.4-5",
  "MQTT-3.8.4-6",
  "MQTT-3.9.3-1",
  "MQTT-3.9.3-2",
  "MQTT-3.10.4-1",
  "MQTT-3.10.4-2",
  "MQTT-3.10.4-3",
  "MQTT-3.10.4-4",
  "MQTT-3.10.4-5",
  "MQTT-3.10.4-6",
  "MQTT-3.12.4-1",
  "MQTT-3.14.4-3",
  "MQTT-4.1.0-1",
  "MQTT-4.1.0-2",
  "MQTT-4.3.1-1",
  "MQTT-4.3.2-1",
  "MQTT-4.3.2-2",
  "MQTT-4.3.3-1",
  "MQTT-4.3.3-2",
  "MQTT-4.4.0-1",
  "MQTT-4.5.0-1",
  "MQTT-4.6.0-1",
  "MQTT-4.6.0-5",
  "MQTT-4.6.0-6",
  "MQTT-4.7.1-1",
  "MQTT-4.7.1-2",
  "MQTT-4.7.1-3",
  "MQTT-4.7.2-1",
  "MQTT-4.7.3-4",
];

describe("the list of exercises", () => {
  it("has every exercise of the sheet, in the sheet's order of sections", () => {
    expect(exercises.map(({ id }) => id).sort()).toEqual([...IDS].sort());
    const sections = exercises.map(({ section }) => section);
    expect(sections).toEqual([...sections].sort((a, b) => a.localeCompare(b, "en", { numeric: true })));
  });

  it("gives each exercise an id that begins with its section", () => {
    expect(all.filter(({ id, section }) => !id.startsWith(`${section}-`)).map(({ id }) => id)).toEqual([]);
  });

  it("gives each claim an id of its own", () => {
    expect(claims.map(({ id }) => id)).toEqual([...new Set(claims.map(({ id }) => id))]);
  });

  it("has a spec for each exercise, and an exercise for each spec", () => {
    // A student's answers are no exercise.
    const folders = readdirSync(__dirname, { withFileTypes: true }).filter(
      ({ name }) => /^\d/.test(name) && name !== "07-answers",
    );
    const specs = folders.flatMap(({ name }) =>
      readdirSync(join(__dirname, name)).filter((file) => file.endsWith(".spec.ts")),
    );
    const played = folders.filter(({ name }) =>
      readdirSync(join(__dirname, name)).some((file) => file.startsWith("01-")),
    );
    expect(specs).toHaveLength(played.length);
    const judged = folders.flatMap(({ name }) => {
      const index = readdirSync(join(__dirname, name)).filter((file) => /^\d\d-.*\.ts$/.test(file));
      return index.map(
        (file) => /id: "([^"]+)"/.exec(readFileSync(join(__dirname, name, file), "utf8"))?.[1],
      );
    });
    expect(judged.sort()).toEqual(all.map(({ id }) => id).sort());
  });
});

describe("what exercises cite", () => {
  it("is among the 141 statements of the standard, or a section of an RFC", () => {
    expect([...CLAUSES].filter((clause) => clause.startsWith("MQTT-"))).toHaveLength(141);
    const unknown = claims.flatMap(({ id, claim }) =>
      (claim.clauses ?? []).filter((clause) => !CLAUSES.has(clause)).map((clause) => `${id} cites ${clause}`),
    );
    expect(unknown).toEqual([]);
  });

  it("covers the lab's core, but for a known rest", () => {
    const cited = new Set(claims.flatMap(({ claim }) => claim.clauses ?? []));
    expect(CORE.filter((clause) => !cited.has(clause))).toEqual(Object.keys(NOT_CITED));
  });
});

describe("what users read", () => {
  it("is there in both languages, and not the same sentence twice", () => {
    const texts = [
      ...all.flatMap(({ title, asks }) => [title, asks]),
      ...claims.flatMap(({ claim }) => (claim.hint ? [claim.title, claim.hint] : [claim.title])),
    ];
    expect(texts.filter(({ en, fr }) => en === fr || en === "" || fr === "")).toEqual([]);
  });

  it("is spelt with French typography in French", () => {
    const texts = claims.flatMap(({ id, claim }) =>
      [claim.title.fr, claim.hint?.fr ?? ""].map((text) => ({ id, text })),
    );
    // An apostrophe is curly, and a colon, semicolon, question or exclamation mark has a space before it.
    expect(
      texts.filter(
        ({ text }) => /\w'\w/.test(text) || /\p{L}[;?!]/u.test(text) || /\p{L}:(\s|$)/u.test(text),
      ),
    ).toEqual([]);
  });
});

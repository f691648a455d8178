/** Turns exercises that were played into Jest tests: a `describe` an exercise, a test a claim. */
import type { Exercise } from "../../src/exercise/exercise";
import type { ClaimResult, Results } from "../../src/judge/results";
import { details } from "../../src/report/text/finding";
import { judgedThen, lang } from "./lab";

/** Evidence that a failing test shows; all of it is in results.json. */
const QUOTES = 8;

/** To be called by a spec file, with the exercises of its section. */
export function judged(exercises: readonly Exercise[]): void {
  const all = judgedThen();
  if (all === undefined) throw new Error("nothing was played: run the project “lab” of jest.config.ts");
  for (const exercise of exercises) {
    describe(`${exercise.id} ${exercise.title[lang]}`, () => {
      for (const claim of exercise.claims)
        testOf(claim.id, claim.title[lang], resultOf(all, exercise.id, claim.id));
    });
  }
}

function resultOf({ claims }: Results, exercise: string, claim: string): ClaimResult | undefined {
  return claims.find(({ id }) => id === `${exercise}/${claim}`);
}

function testOf(id: string, title: string, result: ClaimResult | undefined): void {
  const name = `${id}: ${title}`;
  if (result === undefined) test.skip(`${name} (TP_ONLY)`, () => undefined);
  else if (result.verdict === "skipped") test.skip(`${name} (${result.reason ?? ""})`, () => undefined);
  else
    test(name, () => {
      expect(result).toHold();
    });
}

expect.extend({
  toHold: (result: ClaimResult) => ({
    pass: result.verdict === "pass" || result.verdict === "deviation",
    message: () => details(result, lang, QUOTES),
  }),
});

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the way in which Jest's types are extended
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-unused-vars -- every declaration of it must name both
    interface Matchers<R, T> {
      /** The claim passed, or departed in a way that is known of this broker. */
      toHold(): R;
    }
  }
}

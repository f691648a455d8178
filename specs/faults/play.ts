/** Plays a fault: sets it up, plays the exercises that it is about, judges, and says which claims failed. */
import { play } from "../../src/exercise/play";
import { within } from "../../src/exercise/wait";
import { judge } from "../../src/judge/judge";
import type { ClaimResult } from "../../src/judge/results";
import { same } from "../../src/words/text";
import { exercises, probe } from "..";
import { exercisesOf, type Fault } from "./fault";
import { setUp } from "./set-up";
import { wrongTshark } from "./tshark";

/** Milliseconds for one run: no fault may make it longer than its slowest exercise and the log's bound. */
const RUN_BOUND = 60_000;

export interface Played {
  readonly fault: Fault;
  /** Claims that failed, in the order of the sheet. */
  readonly failed: readonly string[];
  /** Every judged claim of the exercises played. */
  readonly claims: readonly ClaimResult[];
  readonly ms: number;
  /** What went wrong with the run itself: it did not end in its time, or it broke. */
  readonly broke?: string;
}

/** Plays one fault. Never rejects: a run that breaks under a fault is a finding. */
export async function playFault(fault: Fault): Promise<Played> {
  const began = performance.now();
  const ms = () => performance.now() - began;
  try {
    const claims = await within(
      run(fault),
      same(`the end of the run within ${RUN_BOUND / 1000} s`),
      RUN_BOUND,
    );
    const failed = claims.filter((claim) => claim.verdict === "fail").map((claim) => claim.id);
    return { fault, failed, claims, ms: ms() };
  } catch (error) {
    return {
      fault,
      failed: [],
      claims: [],
      ms: ms(),
      broke: error instanceof Error ? error.message : String(error),
    };
  }
}

async function run(fault: Fault): Promise<readonly ClaimResult[]> {
  const ids = exercisesOf(fault);
  const chosen = exercises.filter((exercise) => ids.has(exercise.id));
  const overSsh = chosen.some(({ needs }) => needs?.includes("ssh"));
  await using target = await setUp(overSsh ? { ssh: {}, ...fault } : fault);
  await using wrong = fault.tshark && (await wrongTshark(fault.tshark));
  const tool = { name: "tp-mqtt faults", version: "0" };
  const tshark = wrong ? { tshark: wrong.program } : {};
  const journal = await play(target, { tool, probe, exercises: chosen, ...tshark });
  return judge(journal.entries, [probe, ...chosen], { lang: "en" }).claims;
}

/** Plays all of them, `abreast` at once, and tells of each when it is over. Most of a run is waiting. */
export async function playAll(
  faults: readonly Fault[],
  abreast: number,
  onPlayed: (played: Played) => void,
): Promise<readonly Played[]> {
  const waiting = [...faults.entries()];
  const results: Played[] = [];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [place, fault] = next;
      const played = await playFault(fault);
      results[place] = played;
      onPlayed(played);
    }
  };
  await Promise.all(Array.from({ length: abreast }, worker));
  return results;
}

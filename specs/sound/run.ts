/** `npm run sound`: plays everything where nothing is wrong but much is unusual, and fails when any claim does. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { ClaimResult } from "../../src/judge/results";
import { trials } from "./trials";

/**
 * Brokers at once: most of a run is waiting for timers. Each trial has a process to itself, as a run of `verify` has:
 * while another is judged, its clients would not hear their timers.
 */
const ABREAST = 3;

async function main(): Promise<void> {
  const wanted = process.argv[2] ?? "";
  const waiting = trials.map(({ id }) => id).filter((id) => id.includes(wanted));
  let [passed, failed] = [0, 0];
  const worker = async () => {
    const player = fork(join(__dirname, "player.ts"));
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const claims = await answerOf(player, id);
      const wrong = claims.filter(({ verdict }) => verdict === "fail" || verdict === "inconclusive");
      if (wrong.length === 0) passed += 1;
      else failed += 1;
      console.log(describe(id, claims, wrong));
    }
    player.disconnect();
  };
  await Promise.all(Array.from({ length: ABREAST }, worker));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

/** @throws when the process ends before it has answered; it has said why */
async function answerOf(player: ReturnType<typeof fork>, id: string): Promise<readonly ClaimResult[]> {
  const end = new AbortController();
  const ended = once(player, "exit", { signal: end.signal }).then(() => {
    throw new Error(`“${id}” ended without a verdict`);
  });
  try {
    player.send(id);
    const [claims] = (await Promise.race([once(player, "message", { signal: end.signal }), ended])) as [
      readonly ClaimResult[],
    ];
    return claims;
  } finally {
    ended.catch(() => undefined);
    end.abort();
  }
}

function describe(id: string, claims: readonly ClaimResult[], wrong: readonly ClaimResult[]): string {
  const count = (verdict: ClaimResult["verdict"]) =>
    claims.filter((claim) => claim.verdict === verdict).length;
  const head = `${id}: ${count("pass")} pass, ${count("skipped")} skipped, ${count("deviation")} deviation`;
  const detail = ({ reason, expected = "", actual = "" }: ClaimResult) => reason ?? `${expected} | ${actual}`;
  return [head, ...wrong.map((claim) => `    ${claim.verdict} ${claim.id}: ${detail(claim)}`)].join("\n");
}

void main();

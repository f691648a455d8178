/** `npm run sound`: plays everything on correct brokers with unusual settings, and fails when any claim does. */
import { play } from "../../src/exercise/play";
import { judge } from "../../src/judge/judge";
import type { ClaimResult } from "../../src/judge/results";
import { startNative } from "../../src/target/native";
import { exercises, probe } from "..";
import { settings, type Setting } from "./settings";

/** Brokers at once: most of a run is waiting for timers. */
const ABREAST = 3;

async function run({ config, credentials }: Setting): Promise<readonly ClaimResult[]> {
  await using target = await startNative({ config });
  const tool = { name: "tp-mqtt sound", version: "0" };
  const journal = await play(
    { ...target, ...(credentials ? { credentials } : {}) },
    { tool, probe, exercises },
  );
  return judge(journal.entries, [probe, ...exercises], { lang: "en" }).claims;
}

async function main(): Promise<void> {
  const wanted = process.argv[2] ?? "";
  const waiting = settings.filter(({ id }) => id.includes(wanted));
  let [passed, failed] = [0, 0];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const claims = await run(next);
      const wrong = claims.filter(({ verdict }) => verdict === "fail" || verdict === "inconclusive");
      if (wrong.length === 0) passed += 1;
      else failed += 1;
      console.log(describe(next, claims, wrong));
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, worker));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

function describe({ id }: Setting, claims: readonly ClaimResult[], wrong: readonly ClaimResult[]): string {
  const count = (verdict: ClaimResult["verdict"]) =>
    claims.filter((claim) => claim.verdict === verdict).length;
  const head = `${id}: ${count("pass")} pass, ${count("skipped")} skipped, ${count("deviation")} deviation`;
  const lines = wrong.map(
    (claim) =>
      `    ${claim.verdict} ${claim.id}: ${claim.reason ?? `${claim.expected ?? ""} | ${claim.actual ?? ""}`}`,
  );
  return [head, ...lines].join("\n");
}

void main();

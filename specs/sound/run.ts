/** `npm run sound`: plays everything where nothing is wrong but much is unusual, and fails when any claim does. */
import type { ClaimResult } from "../../src/judge/results";
import { startNative } from "../../src/target/native";
import { neighbours } from "./neighbours";
import { settings } from "./settings";
import { overUnusualSsh } from "./ssh";
import { overUnusualTls } from "./tls";
import { verified, type Trial } from "./trial";

/** Brokers at once: most of a run is waiting for timers. */
const ABREAST = 3;

const configured = settings.map(({ id, config }): Trial => ({
  id,
  async run() {
    await using target = await startNative({ config });
    return await verified(target);
  },
}));

async function main(): Promise<void> {
  const wanted = process.argv[2] ?? "";
  const waiting = [...configured, ...neighbours, ...overUnusualTls, ...overUnusualSsh].filter(({ id }) =>
    id.includes(wanted),
  );
  let [passed, failed] = [0, 0];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const claims = await next.run();
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

function describe({ id }: Trial, claims: readonly ClaimResult[], wrong: readonly ClaimResult[]): string {
  const count = (verdict: ClaimResult["verdict"]) =>
    claims.filter((claim) => claim.verdict === verdict).length;
  const head = `${id}: ${count("pass")} pass, ${count("skipped")} skipped, ${count("deviation")} deviation`;
  const detail = ({ reason, expected = "", actual = "" }: ClaimResult) => reason ?? `${expected} | ${actual}`;
  return [head, ...wrong.map((claim) => `    ${claim.verdict} ${claim.id}: ${detail(claim)}`)].join("\n");
}

void main();

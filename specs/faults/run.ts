/** `npm run faults`: plays every fault, prints which claims caught it, and fails when a claim or a fault slipped through. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { exercises, probe } from "..";
import type { Fault } from "./fault";
import { faults } from ".";
import { playAll, playFault, type Played } from "./play";
import { isClean, survey, type Survey } from "./survey";
import { table } from "./table";

const TABLE = join(__dirname, "TABLE.md");
/** Faults at once: most wait for something that does not come, and waiting costs nothing. */
const ABREAST = 9;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { only: { type: "string", default: "" }, write: { type: "boolean", default: false } },
  });
  const began = performance.now();
  const about = (id: string) => id.startsWith(values.only);
  const chosen = faults.filter((fault) => about(fault.id) || fault.breaks.some(about));
  const claims = [probe, ...exercises].flatMap((exercise) =>
    exercise.claims.map((claim) => `${exercise.id}/${claim.id}`),
  );
  const wanted = claims.filter(about);
  const healthy = await playHealthy(wanted);
  const played = await playAll(chosen, ABREAST, tell);
  const found = survey(played, healthy, wanted);
  complain(found);
  const stale = keepTable(values.write);
  console.log(`${played.length} faults, ${wanted.length} claims, ${seconds(performance.now() - began)}`);
  process.exitCode = isClean(found) && !stale ? 0 : 1;
}

/** Those that need SSH apart: all others are played as most people play them. */
async function playHealthy(claims: readonly string[]): Promise<readonly Played[]> {
  const needing = exercises.filter(({ needs }) => needs?.includes("ssh")).map(({ id }) => `${id}/`);
  const overSsh = claims.filter((claim) => needing.some((id) => claim.startsWith(id)));
  const others = claims.filter((claim) => !overSsh.includes(claim));
  const played: Played[] = [];
  for (const breaks of [others, overSsh]) {
    if (breaks.length === 0) continue;
    const one = await playFault({ id: "healthy", what: { en: "nothing", fr: "rien" }, breaks });
    console.log(`healthy: ${one.claims.length} claims, ${seconds(one.ms)}`);
    played.push(one);
  }
  return played;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

function tell({ fault, failed, ms, broke }: Played): void {
  console.log(`${fault.id}  ${seconds(ms)}  ${fault.what.en}`);
  for (const claim of failed) console.log(`    ${fault.breaks.includes(claim) ? "✓" : "+"} ${claim}`);
  if (broke !== undefined) console.log(`    broke: ${broke}`);
}

function complain(found: Survey): void {
  const list = (title: string, lines: readonly string[]) => {
    if (lines.length > 0) console.log([`\n${title}`, ...lines.map((line) => `  ${line}`)].join("\n"));
  };
  list(
    "Runs that broke or did not end:",
    found.broken.map(({ fault, broke }) => `${fault.id}: ${broke ?? ""}`),
  );
  list(
    "Claims that do not pass without a fault:",
    found.unhealthy.map(({ claim, verdict }) => `${claim}: ${verdict}`),
  );
  list(
    "Claims that should have failed:",
    found.missed.map(({ fault, claim, verdict }) => `${claim} under ${fault}: ${verdict}`),
  );
  list("Faults that nothing caught:", found.unnoticed);
  list("Claims that no fault trips:", found.untripped);
}

/** @returns true when the committed table is not that of today's faults */
function keepTable(write: boolean): boolean {
  const text = table(faults satisfies readonly Fault[]);
  if (write) writeFileSync(TABLE, text);
  const stale = (readIfThere(TABLE) ?? "") !== text;
  if (stale) console.log("\nspecs/faults/TABLE.md is not of today: npm run faults -- --write");
  return stale;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

main()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  })
  // A run that hangs must not keep the others' verdict from being heard.
  .finally(() => process.exit());

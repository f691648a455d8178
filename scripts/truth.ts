/**
 * `npm run truth`: plays the exercises that the sheet's facts are seen in, on each version of the broker that can be
 * had here, and keeps the journal and what it shows in `fixtures/truth/`. What cannot be had is named, and keeps what it has.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Entry } from "../src/evidence/journal/entry";
import { saveJournal } from "../src/evidence/journal/file";
import { play } from "../src/exercise/play";
import { TOOL } from "../src/cli/tool";
import { deriveTruth } from "../src/judge/answers/truth/derive";
import { exercisesOf, KEPT_FACTS } from "../src/judge/answers/truth/kept-facts";
import { findEngine, startContainer } from "../src/target/container";
import { isLocal } from "../src/target/docker/images";
import { startNative } from "../src/target/native";
import type { Target } from "../src/target/target";
import { exercises, probe } from "../specs";

const VERSIONS = ["2.0.11", "2.1.2"];
const FOLDER = join(__dirname, "../fixtures/truth");

/** That version in a container, or the native one if it is that version. */
async function brokerOf(version: string): Promise<Target | undefined> {
  const engine = await findEngine();
  const image = `tp-mqtt/mosquitto:${version}`;
  if (engine !== undefined && (await isLocal(engine, image))) return startContainer({ image });
  const native = await startNative().catch(() => undefined);
  if (native === undefined || native.version === version) return native;
  await native[Symbol.asyncDispose]();
  return undefined;
}

async function record(target: Target): Promise<readonly Entry[]> {
  const needed = exercisesOf(KEPT_FACTS);
  const played = exercises.filter(({ id }) => needed.has(id));
  const { entries } = await play(target, { tool: TOOL, probe, exercises: played });
  return entries.filter((entry) => !("exercise" in entry) || needed.has(entry.exercise));
}

async function keep(version: string): Promise<void> {
  await using target = await brokerOf(version);
  if (target === undefined) {
    console.log(`left out: ${version} (sudo docker/build-from-debian.sh builds its image)`);
    process.exitCode = 1;
    return;
  }
  const entries = await record(target);
  const truth = deriveTruth(entries, KEPT_FACTS);
  const file = join(FOLDER, `mosquitto-${version}`);
  await saveJournal(`${file}.jsonl`, entries);
  writeFileSync(`${file}.json`, `${JSON.stringify(truth, null, 2)}\n`);
  console.log(`${file}.json: ${Object.keys(truth.facts).length} facts of ${truth.broker}`);
}

async function main(): Promise<void> {
  for (const version of VERSIONS) await keep(version);
}

void main();

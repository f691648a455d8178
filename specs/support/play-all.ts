/**
 * Jest's way of running the lab: before any spec, every exercise is played once against the target that the `TP_*`
 * variables name, the journal is saved, and judged. The spec files then tell what came of it, claim by claim.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { saveJournal } from "../../src/evidence/journal/file";
import { langOf } from "../../src/cli/lang";
import { complain } from "../../src/cli/complain";
import { played } from "../../src/cli/played";
import { select } from "../../src/cli/select";
import { exercises, probe } from "../index";
import { JOURNAL, RESULTS, results } from "./lab";

const INTERRUPTED = 130;

export default async function playAll(): Promise<void> {
  const { env, stderr } = process;
  const lang = langOf([], env);
  try {
    const run = await played(probe, select(exercises, [env.TP_ONLY ?? ""]), { env, lang, stderr });
    const file = join(run.folder, "journal.jsonl");
    await saveJournal(file, run.entries);
    env[JOURNAL] = file;
    const verdicts = join(run.folder, "results.json");
    await writeFile(verdicts, JSON.stringify(results(run.entries)));
    env[RESULTS] = verdicts;
    if (run.interrupted) process.exit(INTERRUPTED);
  } catch (error) {
    // Thrown on, it would reach the user as a stack trace of Jest's.
    process.exit(complain(error, lang));
  }
}

/**
 * `npm run learn`: learns from the marked answers of `fixtures/answers/` what answers to each question are like that got 0, 1
 * and 2 points, and writes `fixtures/learnt/`, a file a question. To be run again when answers, rules, lexicon or reading change;
 * a test says so. What is kept out of sight is not learnt from.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { learnt } from "./learn/learnt";

const FOLDER = join(__dirname, "../fixtures/learnt");

const models = learnt();
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER);
for (const [question, model] of models) writeFileSync(join(FOLDER, `${question}.json`), model);

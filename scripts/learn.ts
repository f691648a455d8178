/**
 * `npm run learn`: learns from the marked answers of `fixtures/answers/` what answers to each question are like that got 0, 1
 * and 2 points, and writes `fixtures/learnt/models.json`. To be run again when answers, the lexicon or the reading change;
 * a test says so. What is kept out of sight is not learnt from.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { learnt } from "./learn/learnt";

const FILE = join(__dirname, "../fixtures/learnt/models.json");

writeFileSync(FILE, learnt());

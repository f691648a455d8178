import type { Exercise } from "../../src/exercise/exercise";
import { encrypted } from "./01-encrypted";
import { plaintextRefused } from "./02-plaintext-refused";

export const section53: readonly Exercise[] = [encrypted, plaintextRefused];

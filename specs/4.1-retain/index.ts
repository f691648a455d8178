import type { Exercise } from "../../src/exercise/exercise";

export const section41: readonly Exercise[] = [];

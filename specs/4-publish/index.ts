import type { Exercise } from "../../src/exercise/exercise";

export const section4: readonly Exercise[] = [];

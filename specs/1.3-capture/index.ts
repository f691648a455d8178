import type { Exercise } from "../../src/exercise/exercise";
import { filters } from "./01-filters";

export const section13: readonly Exercise[] = [filters];

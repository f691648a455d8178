import type { Exercise } from "../../src/exercise/exercise";
import { houseExercise } from "./01-house";
import { wildcards } from "./02-wildcards";
import { invalidFilters } from "./03-invalid-filters";

export const section6: readonly Exercise[] = [houseExercise, wildcards, invalidFilters];

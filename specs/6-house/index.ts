import type { Exercise } from "../../src/exercise/exercise";
import { houseExercise } from "./01-house";

export const section6: readonly Exercise[] = [houseExercise];

/** Every exercise of the sheet, in its order. */
import type { Exercise } from "../src/exercise/exercise";
import { target } from "./0-target/01-target";
import { section24 } from "./2.4-qos";

/** Played first and alone: what must hold before anything can be judged. */
export const probe: Exercise = target;

export const exercises: readonly Exercise[] = [...section24];

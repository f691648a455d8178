import type { Exercise } from "../../src/exercise/exercise";
import { cost } from "./01-cost";
import { order } from "./02-order";

export const section25: readonly Exercise[] = [cost, order];

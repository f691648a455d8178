import type { Exercise } from "../../src/exercise/exercise";
import { ping } from "./01-ping";

export const section3: readonly Exercise[] = [ping];

/** A thread of the pool. */
import { workerData } from "piscina";
import type { Ingredients } from "../material";
import { grader } from "./grader";

export const grade = grader(workerData as Ingredients);

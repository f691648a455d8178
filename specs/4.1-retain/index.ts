import type { Exercise } from "../../src/exercise/exercise";
import { retain } from "./01-retain";
import { retainAndSession } from "./02-retain-and-session";

export const section41: readonly Exercise[] = [retain, retainAndSession];

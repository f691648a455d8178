import type { Exercise } from "../../src/exercise/exercise";
import { publishParameters } from "./01-publish-parameters";
import { will } from "./02-will";

export const section4: readonly Exercise[] = [publishParameters, will];

import type { Exercise } from "../../src/exercise/exercise";
import { publishParameters } from "./01-publish-parameters";

export const section4: readonly Exercise[] = [publishParameters];

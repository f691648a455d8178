import type { Exercise } from "../../src/exercise/exercise";
import { qos0 } from "./01-qos0";
import { qos1 } from "./02-qos1";
import { qos2 } from "./03-qos2";

export const section24: readonly Exercise[] = [qos0, qos1, qos2];

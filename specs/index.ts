/** Every exercise of the sheet, in its order. */
import type { Exercise } from "../src/exercise/exercise";
import { target } from "./0-target/01-target";
import { section11 } from "./1.1-ssh";
import { section13 } from "./1.3-capture";
import { section23 } from "./2.3-connection";
import { section24 } from "./2.4-qos";
import { section25 } from "./2.5-cost";
import { section3 } from "./3-keepalive";
import { section4 } from "./4-publish";
import { section41 } from "./4.1-retain";
import { section52 } from "./5.2-tls";
import { section53 } from "./5.3-encryption";
import { section6 } from "./6-house";

/** Played first and alone: what must hold before anything can be judged. */
export const probe: Exercise = target;

export const exercises: readonly Exercise[] = [
  ...section11,
  ...section13,
  ...section23,
  ...section24,
  ...section25,
  ...section3,
  ...section4,
  ...section41,
  ...section52,
  ...section53,
  ...section6,
];

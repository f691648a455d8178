/** All targets. Each group has its own 100,000 inputs, and a process of its own. */
import type { Target } from "./target";
import { certificate } from "./targets/certificate";
import { handshake } from "./targets/handshake";
import { journal } from "./targets/journal";
import { mqtt } from "./targets/mqtt";
import { records } from "./targets/records";
import { answers } from "./answers/targets";

export const GROUPS: Readonly<Record<string, readonly Target[]>> = {
  wire: [mqtt, records, handshake, certificate, journal],
  answers,
};

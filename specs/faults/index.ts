/** Every fault, in the order of the sheet. */
import type { Fault } from "./fault";
import { faults as target } from "./target";
import { faults as section11 } from "./1.1";
import { faults as section13 } from "./1.3-filters";
import { faults as section23 } from "./2.3";
import { faults as section24 } from "./2.4";
import { faults as section25 } from "./2.5";
import { faults as section3 } from "./3";
import { faults as section4 } from "./4";
import { faults as hello } from "./5.2-hello";
import { faults as tlsLog } from "./5.2-log";
import { faults as trust } from "./5.2-trust";
import { faults as ports } from "./5.3-ports";
import { faults as tlsOnTheWire } from "./5-wire";
import { faults as section6 } from "./6";

export const faults: readonly Fault[] = [
  ...target,
  ...section11,
  ...section13,
  ...section23,
  ...section24,
  ...section25,
  ...section3,
  ...section4,
  ...trust,
  ...hello,
  ...tlsLog,
  ...tlsOnTheWire,
  ...ports,
  ...section6,
];

import type { Fault } from "./fault";
import { faults as house } from "./6-house";
import { faults as invalid } from "./6-invalid";
import { faults as wildcards } from "./6-wildcards";

export const faults: readonly Fault[] = [...house, ...wildcards, ...invalid];

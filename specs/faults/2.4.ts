import type { Fault } from "./fault";
import { faults as exchanges } from "./2.4-exchanges";
import { faults as matrix } from "./2.4-matrix";
import { faults as offline } from "./2.4-offline";
import { faults as once } from "./2.4-once";
import { faults as redelivery } from "./2.4-redelivery";

export const faults: readonly Fault[] = [...exchanges, ...matrix, ...redelivery, ...once, ...offline];

import type { Fault } from "./fault";
import { faults as alive } from "./3-alive";
import { faults as session } from "./3-session";

export const faults: readonly Fault[] = [...alive, ...session];

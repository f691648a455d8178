import type { Fault } from "./fault";
import { faults as connect } from "./2.3-connect";
import { faults as subscribe } from "./2.3-subscribe";

export const faults: readonly Fault[] = [...connect, ...subscribe];

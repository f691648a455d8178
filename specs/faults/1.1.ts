import type { Fault } from "./fault";
import { faults as confined } from "./1.1-confined";
import { faults as exposed } from "./1.1-exposed";
import { faults as live } from "./1.1-live";
import { faults as login } from "./1.1-login";

export const faults: readonly Fault[] = [...live, ...login, ...confined, ...exposed];

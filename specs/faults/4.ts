import type { Fault } from "./fault";
import { faults as publish } from "./4-publish";
import { faults as will } from "./4-will";
import { faults as retain } from "./4.1-retain";

export const faults: readonly Fault[] = [...publish, ...will, ...retain];

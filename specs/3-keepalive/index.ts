import type { Exercise } from "../../src/exercise/exercise";
import { ping } from "./01-ping";
import { keepAliveExpiry } from "./02-keepalive-expiry";

export const section3: readonly Exercise[] = [ping, keepAliveExpiry];

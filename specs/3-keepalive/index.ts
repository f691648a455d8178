import type { Exercise } from "../../src/exercise/exercise";
import { ping } from "./01-ping";
import { keepAliveExpiry } from "./02-keepalive-expiry";
import { connectParameters } from "./03-connect-parameters";
import { cleanSession } from "./04-clean-session";
import { takeover } from "./05-takeover";

export const section3: readonly Exercise[] = [
  ping,
  keepAliveExpiry,
  connectParameters,
  cleanSession,
  takeover,
];

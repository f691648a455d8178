import type { Exercise } from "../../src/exercise/exercise";
import { connect } from "./01-connect";
import { subscribe } from "./02-subscribe";

export const section23: readonly Exercise[] = [connect, subscribe];

import type { Exercise } from "../../src/exercise/exercise";
import { qos0 } from "./01-qos0";
import { qos1 } from "./02-qos1";
import { qos2 } from "./03-qos2";
import { qosMatrix } from "./04-qos-matrix";
import { qos1Redelivery } from "./05-qos1-redelivery";
import { qos2ExactlyOnce } from "./06-qos2-exactly-once";
import { offlineQueue } from "./07-offline-queue";

export const section24: readonly Exercise[] = [
  qos0,
  qos1,
  qos2,
  qosMatrix,
  qos1Redelivery,
  qos2ExactlyOnce,
  offlineQueue,
];

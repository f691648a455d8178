/** What students hand in and teachers write, from the file to the reports. */
import type { Target } from "../../target";
import { HANDING_IN } from "./handing-in";
import { JUDGING } from "./judging";
import { NAMING } from "./naming";
import { READING } from "./reading";
import { REPORTING } from "./reporting";
import { TEACHING } from "./teaching";

export const answers: readonly Target[] = [
  ...READING,
  ...NAMING,
  ...JUDGING,
  ...TEACHING,
  ...HANDING_IN,
  ...REPORTING,
];

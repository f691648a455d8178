/** What this program calls itself in journals and reports. */
import { name, version } from "../../package.json";

export const TOOL = { name, version };

import { judged } from "../support/judged";
import { section53 } from "./index";

judged(section53);
